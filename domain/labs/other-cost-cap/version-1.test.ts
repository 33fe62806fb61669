import { expect, it } from 'vitest'
import { version1 } from '@/tests/support/version-1-run'
import { formatCell } from '../cell-value'
import { otherCostCap } from './lab'

const stored = { sheet: version1.sheet, key: version1.gradingKey }

it('a run of version 1 opens with the same cells, and grades as it did', () => {
  const lab = otherCostCap.readStored(stored)
  expect(lab.sheet.cells.map(({ id }) => id)).toEqual(stored.sheet.cells.map(({ id }) => id))
  expect(lab.sheet.papers.map(({ id }) => id)).toEqual(['ledger-p1', 'ledger-p2'])
  const right = Object.fromEntries(
    lab.sheet.cells.map((cell, index) => [cell.id, formatCell(cell, lab.key.cells[index]?.expected ?? 0)]),
  )
  const rule = { passPercent: 80, decisive: [] }
  expect(otherCostCap.grade(lab, right, rule)).toMatchObject({ part: 12, whole: 12, passed: true })
  expect(otherCostCap.grade(lab, { ...right, limit: '237600' }, rule).cells[6]).toEqual({
    id: 'limit',
    verdict: 'wrong',
    path: 'ten-percent',
  })
})

it('what the present version stored is read as it is', () => {
  const now = otherCostCap.generate('stored', 'CERTIFYING')
  expect(otherCostCap.readStored(JSON.parse(JSON.stringify(now)))).toEqual(now)
})
