import type { LargeList } from '@/server/exports/export-runs'
import type { ListFrame } from './queries/list-page'

/** The list behind a rate as an export run keeps it. */
export function largeList({ programme, region, question }: ListFrame): LargeList {
  const { rate, rule, on, isNow, view } = question
  return {
    kind: 'RATE_LIST',
    view: { ...view, after: null, rate, programme: programme.id, region: region.code, rule, on: isNow ? null : on },
    regionPaths: [region.path],
    subjectId: region.id,
    detail: { rate, rule, on, roster: view.roster, state: view.state },
  }
}
