import type { TitleOf } from '@/domain/rates/missing-sentence'
import type { ShownRate } from '@/domain/rates/rate-display'
import type { SheetToWrite } from '@/server/files/write-workbook'
import type { ListFrame, ShownRow } from '../queries/list-page'
import { rowReasons } from './reason-text'

type Translate = (key: string, values?: Record<string, string | number>) => string

/** The list as a sheet: the columns of the screen, with what it is of above the header. */
export function listSheet(props: {
  rate: ShownRate
  frame: ListFrame
  rows: AsyncIterable<ShownRow>
  t: Translate
  titleOf: TitleOf
}): SheetToWrite {
  const { rate, frame, t } = props
  const { programme, question, region } = frame
  const keyed = question.view.roster === 'key' ? 'rate' : 'rateAll'
  const title = t('list.title', { rate: t(`${keyed}.${rate}`), region: region.name })
  const when = question.isNow ? `${t('asOfNowPlain')} ${question.on}` : t('asOfDay', { day: question.on })
  const rule = t(`rule.${question.rule}`)
  const definition = t('definition', { version: programme.definitionVersion, rule })
  return {
    name: `${region.name}-${t(`${keyed}.${rate}`)}-${t(`list.${question.view.state}`)}-${question.on}`,
    above: [
      title,
      `${programme.name} · ${when} · ${definition}`,
      ...(programme.isDemonstration ? [t('demonstration')] : []),
    ],
    columns: [
      { header: t('list.enterprise'), width: 36, format: 'text' },
      { header: t('list.uscc'), width: 22, format: 'text' },
      { header: t('list.county'), width: 12 },
      { header: t('list.township'), width: 14 },
      { header: t('list.key'), width: 6 },
      { header: t('list.holder'), width: 12, format: 'text' },
      { header: t('list.status'), width: 10 },
      { header: t('list.evidence'), width: 8 },
      { header: t('list.reason'), width: 60 },
    ],
    rows: cells(props.rows, rate, t, props.titleOf),
  }
}

async function* cells(rows: AsyncIterable<ShownRow>, rate: ShownRate, t: Translate, titleOf: TitleOf) {
  for await (const row of rows) {
    yield [
      row.enterprise,
      row.uscc,
      row.countyName ?? '',
      row.leafName,
      row.isKey ? t('list.yes') : '',
      row.seatId ? (row.holderName ?? t('list.vacant')) : '',
      row.met ? t('list.part') : t('list.missing'),
      row.evidence ? t(`evidence.${row.evidence}`) : '',
      rowReasons(row, rate, t, titleOf).join('；'),
    ]
  }
}
