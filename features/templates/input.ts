import { z } from 'zod'
import { isDay } from '@/domain/calendar/day'
import { PURPOSES } from '@/domain/documents/placeholders'

const blankToMissing = (value: unknown) => (value === '' ? undefined : value)

export const templateViewInput = z.object({ purpose: z.enum(PURPOSES).catch('BULLETIN').default('BULLETIN') })

export const uploadTemplateInput = z.object({
  purpose: z.enum(PURPOSES),
  regionId: z.uuid(),
  name: z.string().trim().max(60, 'name').default(''),
  file: z.instanceof(File).optional(),
})
export type UploadTemplate = z.output<typeof uploadTemplateInput>

export const templateIdInput = z.object({ templateId: z.uuid() })

export const startRunInput = z.object({
  templateId: z.uuid(),
  programmeId: z.uuid(),
  regionId: z.uuid(),
  office: z.string().trim().min(2, 'office').max(60, 'office'),
  dueOn: z.preprocess(blankToMissing, z.string().refine(isDay, 'day').optional()),
})
export type StartRun = z.output<typeof startRunInput>
