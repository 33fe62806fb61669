import { z } from 'zod'
import { addDays, isDay } from '@/domain/calendar/day'

const DAYS_OF_A_YEAR = 365
const day = z.string().refine(isDay, 'bad-day')

export const createProgrammeInput = z
  .strictObject({
    name: z.string().trim().min(2, 'bad-name').max(100, 'bad-name'),
    fromOn: day,
    /** The last day, as people say it; stored as the first day after. Left empty: a year from the first day. */
    lastOn: z
      .string()
      .refine((text) => text === '' || isDay(text), 'bad-day')
      .transform((text) => text || null),
  })
  .transform(({ lastOn, ...input }) => ({
    ...input,
    toOn: lastOn === null ? addDays(input.fromOn, DAYS_OF_A_YEAR) : addDays(lastOn, 1),
  }))

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
