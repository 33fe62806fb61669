import 'server-only'
import { shownRates } from '@/domain/rates/rate-display'
import { chineseDay } from '@/domain/reports/day-text'
import type { BulletinContent } from '../bulletin-snapshot'
import { draftMark } from '../draft-mark'
import type { Words } from '../rate-words'
import { instantText } from '../ui/instant-text'
import { a4Section, paragraph, table } from './word-markup'
import { wordPackage } from './word-package'

const INK = '1C1B19'
const HUES = { training: '24508F', awareness: '8A5A12', readiness: '1F6B4F', visits: '3E5C66' } as const
const PREFIX = { training: '培训', awareness: '知晓', readiness: '上手', visits: '上门' } as const

const cell = (text: string) => ({ text })
const number = (text: string) => ({ text, look: { align: 'right' as const } })
const head = (text: string) => ({ text, look: { bold: true, color: '55524B' } })
const headNumber = (text: string) => ({ text, look: { bold: true, color: '55524B', align: 'right' as const } })

/**
 * The plain Word template of a bulletin with its placeholders: the restraint of an official page, no red head, no number. Parts that this
 * bulletin has nothing for are left out. `t` has the sentences of "reports".
 */
export function plainBulletinDocx(bulletin: BulletinContent, t: Words): Promise<Buffer> {
  const parts: [key: string, content: string][] = [
    ['figures', figures(bulletin, t)],
    ['evidence', evidence(t)],
    ...(bulletin.children.length > 0 ? [['areas', areas(t)] as [string, string]] : []),
    ...(bulletin.missing.length > 0 ? [['missing', missing(t)] as [string, string]] : []),
    ...(bulletin.rosterRows.length > 0 ? [['changes', changes(t)] as [string, string]] : []),
  ]
  const look = { bold: true, size: 26, before: 240, after: 100, serif: true, isHeading: true }
  const title = (key: string, index: number) =>
    paragraph(`${'一二三四五'[index]}、${t(`document.${key}`, { count: bulletin.open })}`, look)
  const body = [
    paragraph('{专项行动}', { align: 'center', size: 24, color: '55524B' }),
    paragraph(t(bulletin.draftOn ? 'draft.title' : 'document.title'), {
      align: 'center',
      size: 44,
      bold: true,
      serif: true,
      color: INK,
      after: 120,
    }),
    paragraph(`${bulletin.region.name}　{期间}`, { align: 'center', size: 24, after: 240 }),
    paragraph('{#段落}'),
    paragraph('{文字}', { indent: true }),
    paragraph('{/段落}'),
    ...parts.flatMap(([key, content], index) => [title(key, index), content]),
    ...notes(bulletin, t).map((text) => paragraph(text, { size: 18, color: '55524B', after: 0 })),
    paragraph('{单位}', { align: 'right', before: 360, after: 0 }),
    paragraph('{编制日}', { align: 'right' }),
    a4Section,
  ]
  return wordPackage(body.join(''))
}

function figures({ formerRule }: BulletinContent, t: Words): string {
  const heads = ['rate', 'percent', 'done', 'whole', 'open', 'since'].map((key) => t(`document.${key}`))
  const rows = shownRates.map((rate) => {
    const word = PREFIX[rate]
    return [
      { text: t(`document.rates.${rate}`), look: { color: HUES[rate] } },
      ...[`{${word}率}`, `{${word}已完成}`, `{${word}总数}`, `{${word}还差}`, `{较上期${word}率}`].map(number),
    ]
  })
  const former = formerRule
    ? [
        [
          cell(t('document.former')),
          ...['{原口径培训率}', '{原口径培训已完成}', '{原口径培训总数}', '', ''].map(number),
        ],
      ]
    : []
  const [first = '', ...others] = heads
  return table([28, 14, 13, 13, 13, 19], [[head(first), ...others.map(headNumber)], ...rows, ...former])
}

function evidence(t: Words): string {
  const classes = ['当面', '现场', '线上', '导入']
  const rows = (['training', 'awareness', 'readiness'] as const).map((rate) => [
    { text: t(`document.rates.${rate}`), look: { color: HUES[rate] } },
    ...classes.map((one) => number(`{${PREFIX[rate]}佐证${one}}`)),
  ])
  return table([32, 17, 17, 17, 17], [[head(t('document.rate')), ...classes.map(headNumber)], ...rows])
}

function areas(t: Words): string {
  const words = Object.values(PREFIX)
  const row = [
    cell('{#各区域}{区域}'),
    ...words.map((word) => number(`{${word}率}  {${word}已完成}/{${word}总数}`)),
    number('{还差}{/各区域}'),
  ]
  const heads = [
    head(t('document.area')),
    ...words.map((word) => headNumber(`${word}率`)),
    headNumber(t('document.openEntries')),
  ]
  return table([16, 18, 18, 18, 18, 12], [heads, row])
}

function missing(t: Words): string {
  const heads = ['position', 'enterprise', 'area', 'needs'].map((key) => head(t(`document.${key}`)))
  return table([8, 42, 16, 34], [heads, ['{#还差名单}{序号}', '{企业}', '{区域}', '{还差事项}{/还差名单}'].map(cell)])
}

function changes(t: Words): string {
  const heads = ['day', 'enterprise', 'change'].map((key) => head(t(`document.${key}`)))
  return table([24, 56, 20], [heads, ['{#名册变动}{日期}', '{企业}', '{变动}{/名册变动}'].map(cell)])
}

/** What the figures are and when they were frozen, or that they are not; in a demonstration, that all of it is invented. */
function notes(bulletin: BulletinContent, t: Words): string[] {
  const state = bulletin.frozenAt
    ? t('document.note', { day: chineseDay(bulletin.lastDay), at: instantText(new Date(bulletin.frozenAt)) })
    : draftMark(bulletin, t)
  return [
    ...(state ? [state] : []),
    t('document.definition'),
    ...(bulletin.programme.isDemonstration ? [t('document.demonstration')] : []),
  ]
}
