import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import { addDays } from '@/domain/calendar/day'
import { recount } from '@/features/standing/commands/recount'
import { db } from '@/server/db/client'
import {
  bringIn,
  confirmAsProposed,
  QUESTIONNAIRE_HEADER,
  questionnaireRow,
  workResults,
} from '@/tests/cast/bring-results'
import { type Cast, raiseCast } from '@/tests/cast/raise-cast'
import { useDatabase } from '@/tests/support/database'
import { decideRow } from './commands/decide-row'
import { rematchBatch } from './commands/rematch-batch'
import { requestRetract } from './commands/retract-batch'
import { undoDecision } from './commands/undo-decision'
import { confirmBatch } from './commands/write-batch'

useDatabase()
let cast: Cast

beforeAll(async () => {
  cast = await raiseCast()
})

const STEPS = ['bring', 'write', 'decide', 'undo', 'retract', 'rematch'] as const
type Step = (typeof STEPS)[number]

const ctx = () => cast.countyOfficer.ctx
const pick = <T>(all: readonly T[], roll: number): T | undefined => all[roll % Math.max(all.length, 1)]

/** The same five answers each time: two that match, two with one misspelt enterprise, one below the mark. */
function sheet(): string[][] {
  const { head, otherHead, today } = cast
  const at = (hour: string) => `${addDays(today, -2)} ${hour}:00:00`
  const misspelt = '示例·成川新材科有限公司'
  const answers = [
    { person: head.name, enterprise: '示例·甬江精密机械有限公司', mobile: head.mobile },
    { person: otherHead.name, enterprise: '示例·澄川新材料有限公司', mobile: '' },
    { person: otherHead.name, enterprise: misspelt, mobile: '' },
    { person: otherHead.name, enterprise: misspelt, mobile: '' },
    { person: head.name, enterprise: '示例·甬江精密机械有限公司', mobile: '' },
  ]
  const scores = [90, 95, 85, 100, 20]
  return [QUESTIONNAIRE_HEADER, ...answers.map((who, i) => questionnaireRow(i + 1, at(`1${i}`), who, scores[i] ?? 0))]
}

async function batchesIn(...states: string[]): Promise<string[]> {
  const found = await db.resultBatch.findMany({ where: { state: { in: states as never } }, orderBy: { id: 'asc' } })
  return found.map(({ id }) => id)
}

async function step(kind: Step, roll: number): Promise<void> {
  if (kind === 'bring') {
    // The same rows also come from the township, where only some of them match.
    const regionId = roll % 3 === 0 ? cast.regions.township.id : cast.regions.county.id
    const batchId = await bringIn(ctx(), { programmeId: cast.programmeId, regionId }, { rows: sheet() })
    await confirmAsProposed(ctx(), batchId, { training: roll % 2 === 0 })
  } else if (kind === 'decide' || kind === 'undo') await onRow(kind, roll)
  else {
    const batchId = pick(await batchesIn(...(kind === 'write' ? ['MATCHED'] : ['MATCHED', 'WRITTEN'])), roll)
    if (!batchId) return
    if (kind === 'write') await confirmBatch(ctx(), batchId)
    else if (kind === 'retract') await requestRetract(ctx(), batchId)
    else await rematchBatch(ctx(), batchId)
  }
  await workResults()
}

async function onRow(kind: 'decide' | 'undo', roll: number): Promise<void> {
  const batches = await batchesIn('MATCHED', 'WRITTEN')
  const wanted = kind === 'decide' ? { state: 'QUEUED' as const } : { how: 'decided' }
  const rows = await db.resultRow.findMany({ where: { batchId: { in: batches }, ...wanted } })
  const row = pick(rows, roll)
  if (!row) return
  const { batchId, position } = row
  const who = roll % 3 === 0 ? cast.head : cast.otherHead
  if (kind === 'undo') await undoDecision(ctx(), { batchId, position })
  else await decideRow(ctx(), { batchId, position, entryId: who.entryId, personId: who.personId })
}

/** What must hold after every step, whatever came before. */
async function check(): Promise<void> {
  const { differing, tallies } = await recount()
  expect([...differing, ...tallies]).toEqual([])
  const counted = await db.$queryRaw<{ problem: string }[]>`
    SELECT 'a row that is not written counts' AS problem FROM completion c
      LEFT JOIN result_row r ON c.source_key LIKE 'result:' || r.batch_id || ':' || r.position || ':%' AND r.state = 'WRITTEN'
        AND r.person_id = c.person_id
      WHERE c.retracted_at IS NULL AND r.batch_id IS NULL
    UNION ALL SELECT 'a written row counts nothing' FROM result_row r WHERE r.state = 'WRITTEN' AND NOT EXISTS (
      SELECT FROM completion c WHERE c.source_key LIKE 'result:' || r.batch_id || ':' || r.position || ':%' AND c.retracted_at IS NULL)
    UNION ALL SELECT 'two rows of one key are written' FROM result_row WHERE state = 'WRITTEN' GROUP BY row_key HAVING count(*) > 1
    UNION ALL SELECT 'a repeated row repeats nothing' FROM result_row r JOIN result_batch b ON b.id = r.batch_id
      WHERE b.state = 'WRITTEN' AND r.state = 'REPEATED' AND NOT EXISTS (SELECT FROM result_row w WHERE w.row_key = r.row_key
        AND (w.state = 'WRITTEN' OR (w.batch_id = r.batch_id AND w.state <> 'REPEATED')))
    UNION ALL SELECT 'readiness moved' FROM standing WHERE ready > 0
    UNION ALL SELECT 'the numbers beside a batch are not its rows' FROM result_batch b
      WHERE b.state IN ('MATCHED', 'WRITTEN', 'RETRACTED') AND coalesce((b.counts->>'WRITTEN')::int, 0)
        <> (SELECT count(*) FROM result_row r WHERE r.batch_id = b.id AND r.state = 'WRITTEN')`
  expect(counted).toEqual([])
}

it('in whatever order rows are brought in, written, decided, undone and taken back, what counts is what is written', async () => {
  const script = fc.array(fc.tuple(fc.constantFrom(...STEPS, 'undo' as const), fc.nat(60)), {
    minLength: 5,
    maxLength: 9,
  })
  // Without these most orders would have nothing to undo.
  const beginning = fc.constantFrom<Step[]>(
    ['bring', 'write', 'decide'],
    ['bring', 'decide', 'write'],
    ['bring', 'bring', 'write'],
  )
  await fc.assert(
    fc.asyncProperty(beginning, script, async (first, steps) => {
      for (const [kind, roll] of [...first.map((kind) => [kind, 2] as const), ...steps]) {
        await step(kind, roll)
        await check()
      }
      // Everything taken back is as if nothing had been brought in.
      for (const batchId of await batchesIn('WRITTEN')) await requestRetract(ctx(), batchId)
      await workResults()
      await check()
      expect(await db.completion.count({ where: { retractedAt: null } })).toBe(0)
      await db.resultBatch.updateMany({ where: { state: 'MATCHED' }, data: { state: 'CANCELLED' } })
      await db.nameAlias.updateMany({ where: { retractedAt: null }, data: { retractedAt: new Date() } })
    }),
    { numRuns: 8 },
  )
}, 300_000)
