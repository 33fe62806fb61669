import { expect, it } from 'vitest'
import { formatCell } from '@/domain/labs/cell-value'
import type { Actor } from '@/domain/permissions/actor'
import { contextOf } from '@/server/context'
import { db } from '@/server/db/client'
import { newId } from '@/server/db/id'
import { useDatabase } from '@/tests/support/database'
import { version1 } from '@/tests/support/version-1-run'
import { saveCell } from './commands/save-cell'
import { saveCells } from './commands/save-cells'
import { submitLabRun } from './commands/submit-lab-run'
import { storedLab } from './lab-run-row'
import { labRunView } from './queries/lab-run-view'

useDatabase()

it('a run that version 1 stored opens, is saved, checked and graded with the key of its day', async () => {
  const personId = newId()
  await db.person.create({ data: { id: personId, name: '戊', pinyinKey: 'wu' } })
  const clerk: Actor = { personId, loginId: newId(), via: 'account', holdingId: null, grants: [], mfaPending: false }
  const id = newId()
  const run = await db.labRun.create({ data: { id, personId, ...version1 } })
  const view = await labRunView(clerk, id)
  expect(view?.sheet.papers.map((paper) => paper.kind)).toEqual(['ledger', 'ledger'])
  expect(view?.sheet.cells).toHaveLength(12)

  const wrong = await saveCell(clerk, { runId: id, cell: 'limit', seq: 1, value: '237,600' })
  expect(wrong).toMatchObject({ value: { check: { verdict: 'wrong', path: 'ten-percent' } } })
  const { sheet, key } = storedLab(run)
  const right = sheet.cells.map((spec, at) => [spec.id, formatCell(spec, key.cells[at]?.expected ?? '')] as const)
  await saveCells(clerk, id, new Map(right))
  expect(await submitLabRun(contextOf(clerk, 'test'), id)).toMatchObject({
    value: { part: 12, whole: 12, passed: true },
  })
  expect((await labRunView(clerk, id))?.truth).toMatchObject({ allowed: 26_400_000 })
})
