import { z } from 'zod'
import { isDay } from '@/domain/calendar/day'

const day = z.string().refine(isDay, 'bad-day')

export const createProgrammeInput = z.strictObject({
  name: z.string().trim().min(2, 'bad-name').max(100, 'bad-name'),
  fromOn: day,
  /** The last day, as people say it; stored as the first day after. */
  lastOn: day,
})
