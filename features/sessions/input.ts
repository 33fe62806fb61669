import { z } from 'zod'
import { isDay } from '@/domain/calendar/day'
import { instantOf } from '@/domain/calendar/shanghai-time'
import { readMobile } from '@/domain/roster/mobile'
import { readPersonName } from '@/domain/roster/person-name'

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'bad-time')

const optionalId = z
  .union([z.uuid('bad-id'), z.literal('')])
  .optional()
  .transform((id) => id || null)

/** A planned session, as its form says it: one day, two times by Shanghai's clock. */
export const planSessionInput = z
  .object({
    programmeId: z.uuid('bad-id'),
    region: z.string().min(1).max(40),
    title: z.string().trim().min(2, 'bad-title').max(100, 'bad-title'),
    course: z.string().min(1).max(80),
    place: z.string().trim().min(2, 'bad-place').max(100, 'bad-place'),
    agencyId: optionalId,
    lecturerId: optionalId,
    exitExam: z.literal('yes').optional(),
    day: z.string().refine(isDay, 'bad-day'),
    from: time,
    to: time,
  })
  .refine(({ from, to }) => from < to, { message: 'bad-order', path: ['to'] })
  .transform(({ day, from, to, ...plan }) => ({
    ...plan,
    startsAt: instantOf(day, from) ?? new Date(Number.NaN),
    endsAt: instantOf(day, to) ?? new Date(Number.NaN),
  }))
export type PlanSession = z.output<typeof planSessionInput>

/** What somebody types at the door. */
export const signInInput = z.object({
  token: z.string().min(1).max(64),
  enterprise: z.string().trim().min(2, 'bad-enterprise').max(100, 'bad-enterprise'),
  name: z.string().transform((text, context) => {
    const read = readPersonName(text)
    if (read.ok) return read.value
    context.addIssue({ code: 'custom', message: 'bad-name' })
    return z.NEVER
  }),
  mobile: z
    .string()
    .max(40)
    .transform((text, context) => {
      const read = readMobile(text)
      if (read.ok) return read.value
      context.addIssue({ code: 'custom', message: 'bad-mobile' })
      return z.NEVER
    }),
})
export type SignIn = z.output<typeof signInInput>

const many = z.preprocess(
  (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
  z.array(z.uuid()).max(500),
)
export const rollCallInput = z.object({
  sessionId: z.uuid('bad-id'),
  person: many,
  source: z.enum(['ROLL', 'PAPER']).default('ROLL'),
})
export const attendanceInput = z.object({ attendanceId: z.uuid('bad-id') })
export const walkInInput = z.object({
  walkInId: z.uuid('bad-id'),
  /** Whom they are taken for; nothing sets them aside. */
  personId: optionalId,
})

export const signUpInput = z.object({ sessionId: z.uuid('bad-id'), coming: z.enum(['yes', 'no']) })
export const cancelSessionInput = z.object({ sessionId: z.uuid('bad-id') })
