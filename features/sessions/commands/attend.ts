import 'server-only'
import { shanghaiDayOf } from '@/domain/calendar/day'
import { recordCompletions } from '@/features/standing/commands/record-completion'
import { retractCompletion } from '@/features/standing/commands/retract-completion'
import { recordAudit } from '@/server/audit/record'
import type { Context, Writer } from '@/server/context'
import { courseBySlug } from '@/server/content/catalog'
import type { Transaction } from '@/server/db/client'
import { newId } from '@/server/db/id'
import { ok, type Outcome, refuse } from '@/server/outcome'
import { isSettled, mayCorrect } from '@/server/programmes/frozen'
import { type SessionRow, sessionInScope } from '../queries/session-in-scope'

/**
 * Records who was there, each once, and that they have completed the session's course as SESSION: one transaction, make it the last step. Who is recorded
 * already is left alone.
 *
 * @returns how many are new
 */
export async function attend(
  tx: Transaction,
  ctx: Writer,
  there: { session: SessionRow; personIds: readonly string[]; source: 'QR' | 'ROLL' | 'PAPER' },
): Promise<number> {
  const { session, personIds, source } = there
  // In one order, so that two lists entered at once wait for each other instead of for ever.
  const rows = [...new Set(personIds)].sort().map((personId) => ({ id: newId(), personId }))
  const written: { id: string; personId: string; at: Date }[] = []
  for (const { id, personId } of rows) {
    const [row] = await tx.$queryRaw<{ at: Date }[]>`
      INSERT INTO attendance (id, session_id, person_id, source, recorded_by_id)
      VALUES (${id}::uuid, ${session.id}::uuid, ${personId}::uuid, ${source}::attendance_source, ${ctx.actor?.personId ?? null}::uuid)
      ON CONFLICT (session_id, person_id) WHERE retracted_at IS NULL DO NOTHING RETURNING at`
    if (row) written.push({ id, personId, at: row.at })
  }
  if (written.length === 0) return 0
  await recordAudit(tx, ctx, {
    kind: 'session.attended',
    subjectId: session.id,
    regionPath: session.regionPath,
    detail: { source, count: written.length },
  })
  await recordCompletions(
    tx,
    ctx,
    written.map(({ id, personId, at }) => ({
      personId,
      subjectKind: 'COURSE',
      slug: session.courseSlug,
      contentVersion: courseBySlug(session.courseSlug)?.version ?? 1,
      // A list from paper is entered afterwards: they were there when it was.
      happenedAt: at < session.endsAt ? at : session.startsAt,
      evidence: 'SESSION',
      sourceKey: `session:${id}`,
    })),
  )
  return written.length
}

/**
 * The organiser's roll call, or a paper list entered afterwards, by people who hold a seat of the session's area. Refuses 'not-found' outside the officer's
 * area and when somebody named is not of it, 'early' before the door opens.
 */
export async function callRoll(
  ctx: Context,
  said: { sessionId: string; person: readonly string[]; source: 'ROLL' | 'PAPER' },
): Promise<Outcome<{ count: number }, 'not-found' | 'early' | 'frozen'>> {
  const session = await sessionInScope(ctx.actor, said.sessionId)
  if (!session || session.isCancelled) return refuse('not-found')
  return ctx.transaction(async (tx) => {
    const [clock] = await tx.$queryRaw<{ isEarly: boolean }[]>`
      SELECT clock_timestamp() < starts_at - interval '1 hour' AS "isEarly" FROM training_session WHERE id = ${session.id}::uuid`
    if (clock?.isEarly) return refuse('early')
    const day = shanghaiDayOf(session.startsAt)
    if (!mayCorrect(ctx.actor) && (await isSettled(tx, session.programmeId, day))) return refuse('frozen')
    if (!(await areOfSession(tx, session, said.person))) return refuse('not-found')
    const count = await attend(tx, ctx, { session, personIds: said.person, source: said.source })
    return ok({ count })
  })
}

/** Takes an attendance back, and what was completed by it. Refuses 'not-found' outside the officer's area. */
export async function retractAttendance(ctx: Context, attendanceId: string): Promise<Outcome<null, 'not-found'>> {
  return ctx.transaction(async (tx) => {
    const attendance = await tx.attendance.findFirst({ where: { id: attendanceId, retractedAt: null } })
    const session = attendance && (await sessionInScope(ctx.actor, attendance.sessionId))
    if (!attendance || !session) return refuse('not-found')
    const { count } = await tx.attendance.updateMany({
      where: { id: attendanceId, retractedAt: null },
      data: { retractedAt: new Date(), retractedById: ctx.actor.personId },
    })
    if (count === 0) return refuse('not-found')
    await recordAudit(tx, ctx, {
      kind: 'session.attendance-retracted',
      subjectId: attendanceId,
      regionPath: session.regionPath,
    })
    const completion = await tx.completion.findUnique({ where: { sourceKey: `session:${attendanceId}` } })
    if (completion) await retractCompletion(tx, ctx, completion.id)
    return ok(null)
  })
}

/** Whether every one of them holds a seat of the session's programme and area. */
export async function areOfSession(
  tx: Transaction,
  session: SessionRow,
  personIds: readonly string[],
): Promise<boolean> {
  const wanted = [...new Set(personIds)]
  const [found] = await tx.$queryRaw<{ count: number }[]>`
    SELECT count(DISTINCT z.holder_id)::int AS count FROM seat_standing z JOIN standing t ON t.entry_id = z.entry_id
    JOIN region l ON l.id = t.leaf_id
    WHERE t.programme_id = ${session.programmeId}::uuid AND l.path LIKE ${`${session.regionPath}%`} AND z.holder_id = ANY (${wanted}::uuid[])`
  return found?.count === wanted.length
}
