import type { TitleOf } from '@/domain/rates/missing-sentence'
import type { SheetToWrite } from '@/server/files/write-workbook'
import type { PeriodListFrame } from '../queries/period-list'
import type { PeriodRow } from '../queries/period-rows'
import type { Words } from '../rate-words'
import { rowReasons } from './row-reasons'

/** A frozen list as a sheet: the columns of the screen, with what it is of above the header. `t` has the sentences of "rates". */
export function periodListSheet(props: {
  frame: PeriodListFrame
  rows: AsyncIterable<PeriodRow>
  t: Words
  about: string
  titleOf: TitleOf
}): SheetToWrite {
  const { frame, t } = props
  const { rate, rule, view, period } = frame.question
  const rateName = t(`${view.roster === 'key' ? 'rate' : 'rateAll'}.${rate}`)
  const definition = t('definition', { version: period.definitionVersion, rule: t(`rule.${rule}`) })
  return {
    name: `${frame.region.name}-${rateName}-${t(`list.${view.state}`)}-${period.lastDay}`,
    above: [
      t('list.title', { rate: rateName, region: frame.region.name }),
      `${frame.programme.name} · ${props.about} · ${definition}`,
      ...(frame.programme.isDemonstration ? [t('demonstration')] : []),
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
    rows: cells(props),
  }
}

async function* cells({ frame, rows, t, titleOf }: Parameters<typeof periodListSheet>[0]) {
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
      rowReasons(row, frame.question.rate, t, titleOf).join('；'),
    ]
  }
}
