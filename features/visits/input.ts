import { z } from 'zod'
import { isDay } from '@/domain/calendar/day'
import { exportReason } from '@/server/exports/reason'

/** Lines of needs or projects: one a line, at most twenty, each short enough for a list. */
const findings = z
  .string()
  .max(5_000, 'too-long')
  .optional()
  .transform((text) =>
    (text ?? '')
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter(Boolean),
  )
  .refine((lines) => lines.length <= 20, 'too-many')
  .refine((lines) => lines.every((line) => [...line].length <= 300), 'too-long')

/** A visit as the form sends it. `visitId` is made by the page, so that sending it twice records it once. */
export const recordVisitInput = z.object({
  visitId: z.uuid('bad-id'),
  entryId: z.uuid('bad-id'),
  visitedOn: z.string().refine(isDay, 'bad-day'),
  topics: z.string().trim().min(2, 'too-short').max(500, 'too-long'),
  needs: findings,
  projects: findings,
})
export type RecordVisit = z.output<typeof recordVisitInput>

export const answerVisitInput = z.object({ visitId: z.uuid('bad-id'), answer: z.enum(['yes', 'no']) })
export const retractVisitInput = z.object({ visitId: z.uuid('bad-id') })
/** Where a finding stands: nobody followed it up yet, its day has come, it is being followed up, nothing is left to do. */
export const FOLLOW_STATES = ['none', 'due', 'open', 'closed'] as const
export const reserveInput = z.object({
  kind: z.enum(['NEED', 'PROJECT']).optional().catch(undefined),
  state: z.enum(FOLLOW_STATES).optional().catch(undefined),
  search: z.string().trim().max(60).catch(''),
})
export type ReserveView = z.output<typeof reserveInput>

/** The whole reserve that is asked for: which, as its address says it, and why. */
export const beginReserveExportInput = reserveInput.extend({
  programmeId: z.uuid('not-found'),
  reason: exportReason,
})

const day = z.string().refine(isDay, 'bad-day')

/** A round as the form sends it; both days count. */
export const planRoundInput = z.object({
  programmeId: z.uuid('bad-id'),
  regionId: z.uuid('bad-region'),
  title: z.string().trim().min(2, 'bad-title').max(60, 'bad-title'),
  fromOn: day,
  lastOn: day,
  roster: z.enum(['key', 'all']),
})
export const retractRoundInput = z.object({ roundId: z.uuid('bad-id') })

/** What was done about a finding. `followUpId` is made by the page, so that sending it twice notes it once. */
export const followUpInput = z.object({
  followUpId: z.uuid('bad-id'),
  findingId: z.uuid('bad-id'),
  doneOn: day,
  text: z.string().trim().min(2, 'too-short').max(500, 'too-long'),
  nextOn: z
    .string()
    .optional()
    .transform((text) => text || null)
    .refine((text) => text === null || isDay(text), 'bad-day'),
  isClosed: z.literal('yes').optional(),
})
export type FollowUp = z.output<typeof followUpInput>
