import { ratePercent } from '@/domain/rates/rate-display'
import { linesOf } from '@/domain/reports/bounded-lines'
import { chineseDay } from '@/domain/reports/day-text'
import { signed } from '@/domain/reports/rate-change'
import type { GroupFigures } from './queries/group-figures'
import type { Words } from './rate-words'

/** A work group reads no more than this. */
export const MOST_LINES = 20

const childLines = 7
const nameLines = 4
const namesPerLine = 3

/** The parts of a group text; a picture draws the same. `t` has the sentences of "reports". */
export function groupParts(figures: GroupFigures, t: Words) {
  const range = t(figures.keyOnly ? 'document.rangeKey' : 'document.rangeAll')
  return {
    head: t('group.head', { region: figures.region, programme: figures.programme }),
    day: t('group.day', { day: chineseDay(figures.day), range }),
    rates: figures.rates.map(({ rate, figure, change }) => ({
      rate,
      figure,
      name: t(`group.short.${rate}`),
      percent: ratePercent(figure),
      since: change ? sinceText(change, t) : '',
    })),
    missing:
      figures.missing === 0
        ? t(figures.rates[0]?.figure.whole === 0 ? 'group.nothing' : 'group.done')
        : t(figures.children.length > 0 ? 'group.children' : 'group.missing', { count: figures.missing }),
    children:
      figures.missing === 0
        ? []
        : figures.children
            .filter((one) => one.missing > 0)
            .map((one) => t('group.child', { name: one.name, count: one.missing })),
    names: namesOf(figures, t),
    note: figures.isDemonstration ? t('document.demonstration') : '',
  }
}

/** The group text: at most twenty lines, ready to be pasted. */
export function groupText(figures: GroupFigures, t: Words): string[] {
  const parts = groupParts(figures, t)
  const rates = parts.rates.map(({ name, percent, figure, since }) =>
    figure.whole === 0
      ? t('group.none', { name })
      : t('group.rate', { name, percent, part: figure.part, whole: figure.whole }) + since,
  )
  return [
    parts.head,
    parts.day,
    ...rates,
    parts.missing,
    ...linesOf(parts.children, Math.min(childLines, Math.ceil(parts.children.length / 4)), t('group.separator')),
    ...parts.names,
    ...(parts.note ? [parts.note] : []),
  ]
}

function sinceText(change: NonNullable<GroupFigures['rates'][number]['change']>, t: Words): string {
  if (change.part === 0 && change.points === '0') return t('group.same')
  const part = signed(change.part)
  return change.points === null ? t('group.sincePart', { part }) : t('group.since', { part, points: change.points })
}

/** Some of the enterprises, as many as fit, and how many there are in all when not every one is named. */
function namesOf({ names }: GroupFigures, t: Words): string[] {
  if (names.length === 0) return []
  const fitting = names.slice(0, nameLines * namesPerLine)
  const lines = linesOf(fitting, Math.ceil(fitting.length / namesPerLine), t('group.comma'))
  const more = names.length > fitting.length ? t('group.more', { count: names.length }) : ''
  return [t('group.names'), ...lines.slice(0, -1), `${lines.at(-1) ?? ''}${more}`]
}
