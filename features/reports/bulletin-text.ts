import { ratePercent, type ShownRate, shownRates } from '@/domain/rates/rate-display'
import { rateChange, signed } from '@/domain/reports/rate-change'
import { chineseDay } from '@/domain/reports/day-text'
import { type BulletinFigures as Figures, countedOn } from './bulletin-snapshot'
import type { Words } from './rate-words'

/**
 * The paragraphs that a bulletin begins with, composed from its figures: what stands, what moved, what was recorded late, by which evidence, how the
 * roster changed. Short and plain; an officer may edit them before composing. `t` has the sentences of "reports".
 */
export function bulletinParagraphs(figures: Figures, t: Words, rates: Words): string[] {
  return [
    summary(figures, t, rates),
    ...change(figures, t, rates),
    ...corrections(figures, t, rates),
    ...evidence(figures, t, rates),
    ...bothRules(figures, t, rates),
    open(figures, t),
  ]
}

const shown = (figures: Figures) => shownRates.filter((rate) => figures.figures[rate].whole > 0)

function rateList(figures: Figures, sentence: (rate: ShownRate) => string, t: Words): string {
  return shown(figures).map(sentence).join(t('text.comma'))
}

function summary(figures: Figures, t: Words, rates: Words): string {
  const list = rateList(
    figures,
    (rate) => {
      const { part, whole } = figures.figures[rate]
      return t('text.rate', { rate: rates(`rate.${rate}`), percent: ratePercent({ part, whole }), part, whole })
    },
    t,
  )
  const opening = { day: chineseDay(countedOn(figures)), region: figures.region.name, entries: figures.entries }
  return list === '' ? t('text.nothing', opening) : t('text.summary', { ...opening, rates: list })
}

function change(figures: Figures, t: Words, rates: Words): string[] {
  const { before, roster } = figures
  if (!before || !roster) return [t('text.first')]
  const list = rateList(
    figures,
    (rate) => {
      const { part, points } = rateChange(figures.figures[rate], before.figures[rate])
      return t(points === null ? 'text.changePart' : 'text.change', {
        rate: rates(`rate.${rate}`),
        part: signed(part),
        points: points ?? '',
      })
    },
    t,
  )
  const moved = t('text.roster', { net: signed(roster.joined - roster.left), joined: roster.joined, left: roster.left })
  return [t('text.since', { day: chineseDay(before.lastDay), rates: list || '—', roster: moved })]
}

function corrections(figures: Figures, t: Words, rates: Words): string[] {
  if (!figures.before) return []
  const told = (kind: 'added' | 'withdrawn') =>
    shownRates
      .filter((rate) => figures.corrections[rate][kind] > 0)
      .map((rate) => t(`text.${kind}`, { rate: rates(`rate.${rate}`), count: figures.corrections[rate][kind] }))
  const all = [...told('added'), ...told('withdrawn')]
  return all.length > 0 ? [t('text.corrections', { list: all.join(t('text.comma')) })] : []
}

function evidence(figures: Figures, t: Words, rates: Words): string[] {
  const list = figures.evidence
    .filter(({ parts }) => parts.some((one) => one.count > 0))
    .map(({ rate, parts }) => {
      const counts = parts.filter((one) => one.count > 0).map((one) => `${rates(`evidence.${one.name}`)} ${one.count}`)
      return t('text.evidenceOf', { rate: rates(`rate.${rate}`), parts: counts.join(t('text.and')) })
    })
  return list.length > 0 ? [t('text.evidence', { list: list.join(t('text.semicolon')) })] : []
}

function bothRules(figures: Figures, t: Words, rates: Words): string[] {
  const { formerFigure, formerRule, trainingRule } = figures
  if (!formerFigure || !formerRule) return []
  return [
    t('text.bothRules', {
      former: ratePercent(formerFigure),
      formerRule: rates(`rule.${formerRule}`),
      present: ratePercent(figures.figures.training),
      presentRule: rates(`rule.${trainingRule}`),
    }),
  ]
}

function open(figures: Figures, t: Words): string {
  return t(figures.isNamed ? 'text.openNamed' : 'text.openCounted', { count: figures.open })
}
