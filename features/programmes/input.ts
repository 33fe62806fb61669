import { z } from 'zod'
import { isDay } from '@/domain/calendar/day'

const day = z.string().refine(isDay, 'bad-day')

export const createProgrammeInput = z.strictObject({
  name: z.string().trim().min(2, 'bad-name').max(100, 'bad-name'),
  fromOn: day,
  /** The last day, as people say it; stored as the first day after. Left empty: null, a year from the first day. */
  lastOn: z
    .string()
    .refine((text) => text === '' || isDay(text), 'bad-day')
    .transform((text) => text || null),
})

/** Left empty: no closing day, or both rules as long as the programme runs. */
export const closingDayInput = z.strictObject({
  programmeId: z.uuid('bad-id'),
  closingDay: z
    .string()
    .trim()
    .regex(/^([1-9]|1\d|2[0-8])?$/, 'bad-closing-day')
    .transform((text) => (text === '' ? null : Number(text))),
  bothRulesUntilOn: z
    .string()
    .refine((text) => text === '' || isDay(text), 'bad-day')
    .transform((text) => text || null),
})
