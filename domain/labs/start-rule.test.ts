import { expect, it } from 'vitest'
import { waitsUntil } from './start-rule'

const at = (hour: number) => new Date(Date.UTC(2026, 10, 23, hour))
const failed = (hour: number) => ({ submittedAt: at(hour), passed: false })

it('the next certifying run waits after one that was not passed, to the second', () => {
  expect(waitsUntil([failed(1), failed(3)], 2, at(4))).toEqual(at(5))
  expect(waitsUntil([failed(3), failed(1)], 2, at(5))).toBeNull()
})

it('nobody waits without a run, after a passed one, or where no waiting is asked', () => {
  expect(waitsUntil([], 2, at(4))).toBeNull()
  expect(waitsUntil([failed(1), { submittedAt: at(3), passed: true }], 2, at(4))).toBeNull()
  expect(waitsUntil([failed(3)], 0, at(3))).toBeNull()
})
