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

export const leagueInput = z.object({
  programmeId: z.uuid('bad-id'),
  hasLeague: z.literal('1').optional().transform(Boolean),
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

const id = z.uuid('bad-id')
const chosen = (value: unknown) => (value === undefined || Array.isArray(value) ? (value ?? []) : [value])

/** Ways to meet a requirement as check boxes say them: `COURSE:slug`, `EXAM:slug`, `LAB:slug`, `SESSION:slug`. */
const anyOf = z.preprocess(
  chosen,
  z.array(z.string().regex(/^(COURSE|EXAM|LAB|SESSION):[a-z0-9-]{1,80}$/, 'bad-subject')).max(20),
)
const wholeNumber = (least: number, most: number) =>
  z.preprocess((value) => (value === '' ? undefined : value), z.coerce.number().int().min(least).max(most).optional())

export const changeRequirementInput = z.object({
  programmeId: id,
  fromOn: day,
  endsId: z.preprocess((value) => (value === '' ? null : value), id.nullable().default(null)),
  seatKind: z.enum(['HEAD', 'CLERK']).optional(),
  rate: z.enum(['TRAINING', 'AWARENESS', 'READINESS']).optional(),
  anyOf,
  times: wholeNumber(1, 10),
  validDays: wholeNumber(30, 3660),
})
export type ChangeRequirement = z.output<typeof changeRequirementInput>

export const trainingRuleInput = z.object({ programmeId: id, fromOn: day, trainingRule: z.enum(['ANY', 'EVERY']) })

export const copyProgrammeInput = z
  .object({
    copyOf: id,
    name: z.string().trim().min(2, 'bad-name').max(100, 'bad-name'),
    fromOn: day,
    lastOn: day,
    withRoster: z.preprocess((value) => value === 'on' || value === 'true', z.boolean()),
  })
  .refine(({ fromOn, lastOn }) => lastOn >= fromOn, { message: 'bad-period', path: ['lastOn'] })
  .transform(({ lastOn, ...input }) => ({ ...input, toOn: addDays(lastOn, 1) }))

export const freezeInput = z.object({
  programmeId: id,
  frozenOn: z
    .string()
    .refine((text) => text === '' || isDay(text), 'bad-day')
    .transform((text) => text || null),
  reason: z.string().trim().min(2, 'bad-reason').max(200, 'bad-reason'),
})
