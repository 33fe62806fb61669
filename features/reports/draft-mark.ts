import { chineseDay } from '@/domain/reports/day-text'
import type { BulletinFigures } from './bulletin-snapshot'
import type { Words } from './rate-words'

/** The placeholders that say of a draft what it is; a template without any of them is not filled with one. */
export const MARKING_PLACEHOLDERS = ['段落', '期间', '结账日'] as const

/** The sentence that a draft begins with; null for the bulletin of a frozen period. `t` has the sentences of "reports". */
export function draftMark({ draftOn }: BulletinFigures, t: Words): string | null {
  return draftOn === null ? null : t('draft.mark', { day: chineseDay(draftOn) })
}
