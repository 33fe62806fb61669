import { z } from 'zod'
import { isDay } from '@/domain/calendar/day'

const blankToMissing = (value: unknown) => (value === '' ? undefined : value)
const list = (value: unknown) => (value === undefined ? [] : Array.isArray(value) ? value : [value])

export const MAX_UPLOAD_BYTES = 10 * 1024 * 1024

export const uploadFillBackInput = z.object({
  programmeId: z.uuid(),
  regionId: z.uuid(),
  file: z.instanceof(File).optional(),
  rows: z.string().max(5_000_000, 'too-long').optional(),
})
export type UploadFillBack = z.output<typeof uploadFillBackInput>

export const requestFillInput = z.object({
  fillBackId: z.uuid(),
  columns: z.preprocess(list, z.array(z.string().max(40)).max(40)),
  on: z.preprocess(blankToMissing, z.string().refine(isDay, 'day').optional()),
  unmatched: z.enum(['mark', 'blank']),
})
export type RequestFill = z.output<typeof requestFillInput>

export const chooseEntryInput = z.object({
  fillBackId: z.uuid(),
  sheet: z.string().max(200),
  row: z.coerce.number().int().min(1),
  entryId: z.preprocess(blankToMissing, z.uuid().optional()),
})
export type ChooseEntry = z.output<typeof chooseEntryInput>
