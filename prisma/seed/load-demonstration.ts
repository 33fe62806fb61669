import { addDays, type Day } from '@/domain/calendar/day'
import { setClosingDay } from '@/features/programmes/commands/set-closing-day'
import { keepPeriods } from '@/features/reports/commands/keep-periods'
import { openPeriod } from '@/features/reports/commands/open-period'
import { recordCompletions } from '@/features/standing/commands/record-completion'
import { retractCompletion } from '@/features/standing/commands/retract-completion'
import { settle } from '@/features/standing/commands/settle'
import { writeDailyTallies } from '@/features/standing/commands/write-daily-tallies'
import { databaseNow } from '@/server/clock'
import { inTransaction, systemContext } from '@/server/context'
import { db, type Transaction } from '@/server/db/client'
import { dayOfColumn } from '@/server/db/day'
import { ok, type Outcome, refuse } from '@/server/outcome'
import { type DemonstrationAccess, type DemonstrationState, demonstrationAccess, demonstrationState } from './access'
import { historyDays } from './calendar'
import { subjects } from './subjects'
import { type DemonstrationSize, writeDemonstration } from './write-demonstration'

const settingKey = 'demonstration'
const ctx = systemContext('demonstration')

/** Roughly how far loading is, for a line on the console. */
export type Progress = (step: 'writing' | 'tallying' | 'done', share: number) => void

export interface LoadQuestion {
  /** The Shanghai day on which the history ends. */
  readonly today: Day
  /** Equal seeds give the same people and events. */
  readonly seed?: string
  readonly size?: DemonstrationSize
  readonly onProgress?: Progress
}

/**
 * Loads the demonstration into a database that holds no programme, enterprise or person, and says how to sign in.
 *
 * Facts, standings and accounts are one transaction; the daily tallies of the past and two corrections follow. Killed at any moment, the
 * next call loads anew or goes on where this one stopped. Needs compiled content.
 *
 * Refuses, and writes nothing, when the database holds anything else ('not-empty') or the demonstration itself ('already-loaded').
 */
export async function loadDemonstration(
  question: LoadQuestion,
): Promise<Outcome<DemonstrationAccess, 'not-empty' | 'already-loaded'>> {
  const { onProgress = () => {} } = question
  onProgress('writing', 0)
  const written = await inTransaction((tx) => writeOnce(tx, question))
  if (!written.ok) return written
  const state = written.value
  for (let past = historyDays; past > 0; past -= 1) {
    const day = addDays(state.today, -past)
    for (const { id } of await db.programme.findMany({ where: { isDemonstration: true }, select: { id: true } })) {
      await writeDailyTallies(id, day)
    }
    onProgress('tallying', 1 - past / historyDays)
  }
  await closePeriods(state.today)
  await inTransaction((tx) => finish(tx, state))
  await settle()
  await db.$executeRaw`ANALYZE`
  onProgress('done', 1)
  return ok(await demonstrationAccess(state))
}

/** The sign-ins and links again, when the demonstration is loaded; null when it is not. */
export async function loadedDemonstration(): Promise<DemonstrationAccess | null> {
  const state = await storedState(db)
  return state?.state === 'loaded' ? demonstrationAccess(state) : null
}

async function writeOnce(
  tx: Transaction,
  { today, seed = 'zhixing', size = { enterprises: 1_200 } }: LoadQuestion,
): Promise<Outcome<DemonstrationState, 'not-empty' | 'already-loaded'>> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('demonstration'))`
  const known = await storedState(tx)
  if (known) return known.state === 'loaded' ? refuse('already-loaded') : ok(known)
  if (await holdsAnything(tx)) return refuse('not-empty')
  const state = await writeDemonstration(tx, { today, seed, size, now: await databaseNow(tx) })
  await tx.setting.create({ data: { key: settingKey, value: state } })
  return ok(state)
}

/** The programme closes its periods on the 25th since its first day; those that are over are frozen before the late facts come in. */
async function closePeriods(today: Day): Promise<void> {
  const programmes = await db.programme.findMany({ where: { isDemonstration: true } })
  for (const { id, fromOn } of programmes) {
    if ((await db.reportingPeriod.count({ where: { programmeId: id } })) > 0) continue
    await setClosingDay(ctx, { programmeId: id, closingDay: 25, bothRulesUntilOn: null })
    await openPeriod(id, dayOfColumn(fromOn))
  }
  await keepPeriods(today)
}

/** The corrections that came after the days had been tallied, and the mark that everything is there, in one transaction. */
async function finish(tx: Transaction, state: DemonstrationState): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('demonstration'))`
  if ((await storedState(tx))?.state === 'loaded') return
  const { head } = subjects()
  const happenedOn = addDays(state.today, -6)
  await recordCompletions(
    tx,
    ctx,
    state.lateIds.map((personId) => ({
      personId,
      subjectKind: 'COURSE' as const,
      slug: head.slug,
      contentVersion: head.version,
      happenedOn,
      evidence: 'SESSION' as const,
      sourceKey: `session:${head.slug}:${personId}`,
    })),
  )
  if (state.retractId) await retractCompletion(tx, ctx, state.retractId)
  await tx.setting.update({ where: { key: settingKey }, data: { value: { ...state, state: 'loaded' } } })
}

async function storedState(tx: Pick<Transaction, 'setting'>): Promise<DemonstrationState | null> {
  const row = await tx.setting.findUnique({ where: { key: settingKey } })
  return row ? demonstrationState.parse(row.value) : null
}

async function holdsAnything(tx: Transaction): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ held: boolean }[]>`
    SELECT EXISTS (SELECT FROM programme) OR EXISTS (SELECT FROM enterprise) OR EXISTS (SELECT FROM person) AS held`
  return row?.held ?? true
}
