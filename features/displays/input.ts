import { z } from 'zod'
import { isDay } from '@/domain/calendar/day'

export const makeDisplayInput = z.object({
  programmeId: z.uuid('bad-id'),
  regionId: z.uuid('bad-region'),
  label: z.string().trim().min(2, 'bad-label').max(60, 'bad-label'),
  lastOn: z.string().refine(isDay, 'bad-day'),
})
export const retractDisplayInput = z.object({ displayId: z.uuid('bad-id') })
