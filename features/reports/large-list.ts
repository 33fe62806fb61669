import type { LargeList } from '@/server/exports/export-runs'
import type { PeriodListFrame } from './queries/period-list'

/** A frozen list as an export run keeps it. */
export function largePeriodList({ question, region }: PeriodListFrame): LargeList {
  const { rate, rule, period, view } = question
  return {
    kind: 'PERIOD_LIST',
    view: { ...view, after: null, rule, rate, period: period.id, code: region.code },
    regionPaths: [region.path],
    subjectId: region.id,
    detail: { rate, rule, periodId: period.id, roster: view.roster, state: view.state },
  }
}
