import { z } from 'zod'
import { isDay } from '@/domain/calendar/day'

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
export const reserveInput = z.object({
  kind: z.enum(['NEED', 'PROJECT']).optional().catch(undefined),
  search: z.string().trim().max(60).catch(''),
})
export type ReserveView = z.output<typeof reserveInput>
