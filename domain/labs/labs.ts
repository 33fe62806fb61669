import type { Lab } from './lab'
import { rdStatistics } from './rd-statistics/lab'
import { highTechCheck } from './high-tech-check/lab'
import { hoursAllocation } from './hours-allocation/lab'
import { otherCostCap } from './other-cost-cap/lab'
import { superDeduction } from './super-deduction/lab'
import { technicalNeed } from './technical-need/lab'
import { voucherSorting } from './voucher-sorting/lab'
import { wholeCase } from './whole-case/lab'

/** Every lab there is; a new one is registered here and nowhere else. */
export const LABS: readonly Lab[] = [
  voucherSorting,
  otherCostCap,
  superDeduction,
  hoursAllocation,
  rdStatistics,
  highTechCheck,
  technicalNeed,
  wholeCase,
]

/** The lab of that name, or undefined; content is checked against it. */
export function labNamed(name: string): Lab | undefined {
  return LABS.find((lab) => lab.name === name)
}
