import 'server-only'
import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { ratePercent, shownRates } from '@/domain/rates/rate-display'
import { rateChange, signed } from '@/domain/reports/rate-change'
import { type SheetToWrite, writeWorkbook } from '@/server/files/write-workbook'
import { changeWords } from '../bulletin-data'
import type { BulletinContent } from '../bulletin-snapshot'
import { draftMark } from '../draft-mark'
import type { Words } from '../rate-words'

/** The bulletin as a workbook of plain sheets: figures, regions, and where they may be named, enterprises. `t` has the sentences of "reports". */
export async function plainBulletinXlsx(bulletin: BulletinContent, t: Words): Promise<Buffer> {
  const mark = draftMark(bulletin, t)
  const above = [
    `${bulletin.programme.name} ${t(mark ? 'draft.title' : 'document.title')}`,
    ...(mark ? [mark] : []),
    `${bulletin.region.name}　${t('document.days', { from: bulletin.fromOn, to: bulletin.lastDay })}`,
    ...(bulletin.programme.isDemonstration ? [t('document.demonstration')] : []),
  ]
  const sheets = [figures, areas, missing, changes]
    .flatMap((sheet) => sheet(bulletin, t))
    .map((one) => ({ ...one, above }))
  const stream = new PassThrough()
  const [bytes] = await Promise.all([buffer(stream), writeWorkbook(stream, sheets)])
  return bytes
}

const columns = (t: Words, ...keys: string[]) =>
  keys.map((key, index) => ({ header: t(`document.${key}`), width: index === 0 ? 24 : 14 }))

function figures({ figures: now, before, evidence }: BulletinContent, t: Words): SheetToWrite[] {
  const classes = evidence[0]?.parts.map((one) => one.name) ?? []
  const rows = shownRates.map((rate) => {
    const change = before ? rateChange(now[rate], before.figures[rate]) : null
    const parts = evidence.find((one) => one.rate === rate)?.parts
    return [
      t(`document.rates.${rate}`),
      ratePercent(now[rate]),
      now[rate].part,
      now[rate].whole,
      now[rate].whole - now[rate].part,
      change?.points ?? '—',
      change ? signed(change.part) : '—',
      ...classes.map((_, index) => parts?.[index]?.count ?? null),
    ]
  })
  const heads = columns(
    t,
    'rate',
    'percent',
    'done',
    'whole',
    'open',
    'pointsMore',
    'more',
    ...classes.map((name) => `classes.${name}`),
  )
  return [{ name: t('document.figures'), columns: heads, rows }]
}

function areas({ children }: BulletinContent, t: Words): SheetToWrite[] {
  if (children.length === 0) return []
  const heads = shownRates.flatMap((rate) => [
    { header: t(`document.rates.${rate}`), width: 16 },
    { header: t('document.done'), width: 10 },
    { header: t('document.whole'), width: 10 },
  ])
  const rows = children.map((child) => [
    child.name,
    ...shownRates.flatMap((rate) => [
      ratePercent(child.figures[rate]),
      child.figures[rate].part,
      child.figures[rate].whole,
    ]),
    child.open,
  ])
  return [{ name: t('document.areas'), columns: [...columns(t, 'area'), ...heads, ...columns(t, 'openEntries')], rows }]
}

function missing({ missing: list, isNamed }: BulletinContent, t: Words): SheetToWrite[] {
  if (!isNamed) return []
  const rows = list.map((one, index) => [
    index + 1,
    one.enterprise,
    one.place,
    one.needs.map((rate) => t(`need.${rate}`)).join('、'),
  ])
  const [position, ...others] = columns(t, 'position', 'enterprise', 'area', 'needs')
  const wide = others.map((one, index) => ({ ...one, width: [36, 16, 40][index] ?? 14 }))
  return [{ name: t('document.missingSheet'), columns: [{ header: position?.header ?? '', width: 8 }, ...wide], rows }]
}

function changes({ rosterRows }: BulletinContent, t: Words): SheetToWrite[] {
  if (rosterRows.length === 0) return []
  const rows = rosterRows.map((one) => [one.enterprise, one.on ?? '', changeWords(one, t)])
  return [{ name: t('document.changes'), columns: columns(t, 'enterprise', 'day', 'change'), rows }]
}
