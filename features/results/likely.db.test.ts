import { beforeAll, expect, it } from 'vitest'
import { addDays } from '@/domain/calendar/day'
import { db } from '@/server/db/client'
import {
  bringIn,
  confirmAsProposed,
  QUESTIONNAIRE_HEADER,
  questionnaireRow,
  writeMatched,
} from '@/tests/cast/bring-results'
import { type Cast, raiseCast, standingOfEntry } from '@/tests/cast/raise-cast'
import { useDatabase } from '@/tests/support/database'
import { decideRows } from './commands/decide-row'
import { batchPage } from './queries/batch-page'
import { batchViewInput } from './view'

useDatabase()
let cast: Cast

beforeAll(async () => {
  cast = await raiseCast()
})

/** Two rows misspelt so that one suggestion each is plain, and one that suggests nobody. */
async function waiting() {
  const at = `${addDays(cast.today, -3)} 10:00:00`
  const { ctx } = cast.countyOfficer
  const rows = [
    QUESTIONNAIRE_HEADER,
    questionnaireRow(1, at, { person: cast.otherHead.name, enterprise: '示例·成川新材科有限公司', mobile: '' }, 95),
    questionnaireRow(2, at, { person: cast.head.name, enterprise: '示例·甬江精蜜机械有限公司', mobile: '' }, 90),
    questionnaireRow(3, at, { person: '过路人', enterprise: '外地不在册贸易商行', mobile: '' }, 90),
  ]
  const regionId = cast.regions.county.id
  const batchId = await bringIn(ctx, { programmeId: cast.programmeId, regionId }, { rows })
  await confirmAsProposed(ctx, batchId)
  await writeMatched(ctx, batchId)
  return { ctx, batchId }
}

it('several rows are decided together or not at all, count at once in a written batch, and are not decided twice', async () => {
  const { ctx, batchId } = await waiting()
  const view = batchViewInput.parse({ state: 'QUEUED', likely: '1' })
  const page = await batchPage(ctx.actor, batchId, view)
  const shown = (page?.rows ?? []).map(({ position, candidates }) => ({
    position,
    entryId: candidates[0]?.card.entryId ?? '',
    personId: candidates[0]?.personIds[0] ?? '',
  }))
  expect(shown).toEqual([
    { position: 0, entryId: cast.otherHead.entryId, personId: cast.otherHead.personId },
    { position: 1, entryId: cast.head.entryId, personId: cast.head.personId },
  ])

  const { entryId, personId } = cast.farClerk
  const withForeign = [...shown.slice(0, 1), { position: 1, entryId, personId }]
  expect(await decideRows(ctx, { batchId, choices: withForeign })).toMatchObject({ ok: false, refusal: 'not-found' })
  expect(await db.resultRow.count({ where: { batchId, how: 'decided' } })).toBe(0)
  expect(await db.nameAlias.count()).toBe(0)

  const elsewhere = cast.otherCountyOfficer.ctx
  expect(await decideRows(elsewhere, { batchId, choices: shown })).toMatchObject({ ok: false, refusal: 'not-found' })

  expect(await decideRows(ctx, { batchId, choices: shown })).toMatchObject({
    ok: true,
    value: { decided: 2, others: 0 },
  })
  expect((await standingOfEntry(cast.head.entryId)).aware).toBe(1)
  expect((await standingOfEntry(cast.otherHead.entryId)).aware).toBe(1)
  expect(await decideRows(ctx, { batchId, choices: shown })).toMatchObject({ ok: false, refusal: 'not-open' })
  expect((await batchPage(ctx.actor, batchId, view))?.rows).toEqual([])
})
