import { EVIDENCE_WORDS, RATE_WORDS } from '@/domain/documents/bulletin-placeholders'
import type { DocumentData, DocumentRow, DocumentValue } from '@/domain/documents/document-data'
import { type RateFigure, ratePercent, type ShownRate, shownRates } from '@/domain/rates/rate-display'
import { chineseDay } from '@/domain/reports/day-text'
import { rateChange, signed } from '@/domain/reports/rate-change'
import { type BulletinContent, countedOn } from './bulletin-snapshot'
import { draftMark } from './draft-mark'
import type { Words } from './rate-words'

const wordOf: Record<ShownRate, string> = {
  training: RATE_WORDS.TRAINING,
  awareness: RATE_WORDS.AWARENESS,
  readiness: RATE_WORDS.READINESS,
  visits: RATE_WORDS.VISITS,
}

/** What a bulletin fills its template with, by the names of the placeholders (domain/documents). `t` has the sentences of "reports". */
export function bulletinData(bulletin: BulletinContent, t: Words): DocumentData {
  const composedOn = chineseDay(bulletin.composedOn)
  const mark = draftMark(bulletin, t)
  const [fromOn, closingDay] = [chineseDay(bulletin.fromOn), chineseDay(bulletin.lastDay)]
  return {
    单位: bulletin.office ?? bulletin.region.name,
    专项行动: bulletin.programme.name,
    // A draft says what it is in each of these, as an office's template may have only one of them.
    期间: t('document.days', { from: fromOn, to: closingDay }) + (mark ? t('draft.suffix') : ''),
    起始日: fromOn,
    结账日: bulletin.draftOn ? t('draft.closingDay', { closingDay, day: chineseDay(bulletin.draftOn) }) : closingDay,
    编制日: composedOn,
    口径版本: t('document.version', { version: bulletin.definitionVersion }),
    名册范围: t(bulletin.isKeyOnly ? 'document.rangeKey' : 'document.rangeAll'),
    段落: [...(mark ? [mark] : []), ...bulletin.paragraphs].map((text) => ({ 文字: text })),
    ...Object.assign({}, ...shownRates.map((rate) => rateValues(bulletin, rate, t))),
    ...ruleValues(bulletin),
    ...evidenceValues(bulletin),
    还差企业数: bulletin.open,
    名册变动数: bulletin.roster ? bulletin.roster.joined + bulletin.roster.left : null,
    各区域: bulletin.children.map(areaRow),
    还差名单: missingRows(bulletin, t),
    名册变动: changeRows(bulletin, t),
  }
}

function rateValues({ figures, before }: BulletinContent, rate: ShownRate, t: Words): Record<string, DocumentValue> {
  const word = wordOf[rate]
  const [now, then] = [figures[rate], before?.figures[rate] ?? null]
  const change = then ? rateChange(now, then) : null
  return {
    [`${word}率`]: ratePercent(now),
    ...counts(word, now),
    [`${word}还差`]: now.whole > 0 ? now.whole - now.part : null,
    [`上期${word}率`]: then ? ratePercent(then) : '—',
    ...counts(`上期${word}`, then),
    [`较上期${word}率`]: change?.points ? t('document.points', { points: change.points }) : '—',
    [`较上期${word}已完成`]: change ? signed(change.part) : '—',
  }
}

function counts(word: string, figure: RateFigure | null): Record<string, DocumentValue> {
  const isThere = figure !== null && figure.whole > 0
  return { [`${word}已完成`]: isThere ? figure.part : null, [`${word}总数`]: isThere ? figure.whole : null }
}

/** 原口径 and 现口径 of training; without a former rule its places stay empty. */
function ruleValues({ figures, formerFigure }: BulletinContent): Record<string, DocumentValue> {
  return {
    现口径培训率: ratePercent(figures.training),
    ...counts('现口径培训', figures.training),
    原口径培训率: formerFigure ? ratePercent(formerFigure) : '—',
    ...counts('原口径培训', formerFigure),
  }
}

function evidenceValues({ evidence }: BulletinContent): Record<string, DocumentValue> {
  return Object.fromEntries(
    evidence.flatMap(({ rate, parts }) =>
      parts.map(({ name, count }) => [
        `${wordOf[rate]}佐证${EVIDENCE_WORDS[name as keyof typeof EVIDENCE_WORDS]}`,
        count,
      ]),
    ),
  )
}

function areaRow(child: BulletinContent['children'][number]): DocumentRow {
  const figures = shownRates.flatMap((rate) => [
    [`${wordOf[rate]}率`, ratePercent(child.figures[rate])],
    ...Object.entries(counts(wordOf[rate], child.figures[rate])),
  ])
  return { 区域: child.name, ...Object.fromEntries(figures), 还差: child.open }
}

/** 还差名单; where no enterprise may be named, how many each region has, so that no template says that all is done. */
function missingRows({ isNamed, missing, children }: BulletinContent, t: Words): DocumentRow[] {
  const rows = isNamed
    ? missing.map((one) => [one.enterprise, one.place, one.needs.map((rate) => t(`need.${rate}`)).join('、')])
    : children
        .filter((child) => child.open > 0)
        .map((child) => [t('document.enterprises', { count: child.open }), child.name, t('document.unnamed')])
  return rows.map(([enterprise = '', area = '', needs = ''], index) => ({
    序号: index + 1,
    企业: enterprise,
    区域: area,
    还差事项: needs,
  }))
}

/** 名册变动, one enterprise a row; where none may be named, how many joined and left. */
/** What happened to an enterprise's place on the roster, with the recorded reason. */
export function changeWords({ change, why }: BulletinContent['rosterRows'][number], t: Words): string {
  const isTold = why && (change === 'left' || why === 'MOVE') && why !== 'RENAME'
  return t(`rosterRow.${isTold ? `${change}-${why}` : change}`)
}

function changeRows(bulletin: BulletinContent, t: Words): DocumentRow[] {
  const { isNamed, rosterRows, roster } = bulletin
  if (!isNamed) {
    const counts = (['joined', 'left'] as const).filter((change) => roster && roster[change] > 0)
    return counts.map((change) => ({
      日期: chineseDay(countedOn(bulletin)),
      企业: t('document.enterprises', { count: roster?.[change] ?? 0 }),
      变动: t(`rosterRow.${change}`),
    }))
  }
  return rosterRows.map((one) => ({
    日期: one.on ? chineseDay(one.on) : '',
    企业: one.enterprise,
    变动: changeWords(one, t),
  }))
}
