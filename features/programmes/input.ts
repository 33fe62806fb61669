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
    /** What the list boxes of the labs say: `slug*times`, or nothing for a lab that is not asked for. Left out: the usual ones. */
    labs: z
      .preprocess(
        (value) => (value === undefined || Array.isArray(value) ? value : [value]),
        z.array(z.string().regex(/^([a-z0-9-]{1,80}\*([1-9]|10))?$/, 'bad-labs')).max(100),
      )
      .transform((asked) => asked.filter((one) => one !== '').map(askedLab))
      .refine((asked) => new Set(asked.map(({ slug }) => slug)).size === asked.length, 'bad-labs')
      .optional(),
  })
  .transform(({ lastOn, ...input }) => ({
    ...input,
    toOn: lastOn === null ? addDays(input.fromOn, DAYS_OF_A_YEAR) : addDays(lastOn, 1),
  }))

function askedLab(text: string): { slug: string; times: number } {
  const [slug = '', times = '1'] = text.split('*')
  return { slug, times: Number(times) }
}

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
