import { getTranslations } from 'next-intl/server'
import type { TrainingRule } from '@/domain/rates/entry-facts'
import { rateFigure, ratePercent } from '@/domain/rates/rate-display'
import type { TallySums } from '@/domain/rates/tally'
import { barWidth } from '@/ui/charts/rate-figure'
import { type AreaView, viewQuery } from '../input'

const numbers = new Intl.NumberFormat('zh-CN')

const RATES = [
  { rate: 'training', bar: 'bg-indigo' },
  { rate: 'awareness', bar: 'bg-ochre' },
  { rate: 'readiness', bar: 'bg-pine' },
] as const

/** A square for each area in the order of the official list: a map that claims no borders. The table beneath says the same. */
export async function AreaTiles(props: {
  rows: readonly { code: string; name: string; sums: TallySums }[]
  rule: TrainingRule
  view: AreaView
}) {
  const t = await getTranslations('rates')
  return (
    <ul className="mb-6 grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-5">
      {props.rows.map((row) => (
        <li key={row.code} className="aspect-square border border-rule p-3">
          <a className="flex h-full flex-col no-underline" href={`/manage/area/${row.code}${viewQuery(props.view)}`}>
            <span className="font-serif text-lg underline">{row.name}</span>
            <span className="mt-auto block">
              {RATES.map(({ rate, bar }) => {
                const figure = rateFigure(row.sums, rate, props.rule)
                return (
                  <span key={rate} className="mt-2 block text-sm">
                    <span className="flex flex-wrap justify-between gap-x-2 text-ink-2">
                      <span>{t(`short.${rate}`)}</span>
                      <span className="tabular-nums">
                        {numbers.format(figure.part)} / {numbers.format(figure.whole)} · {ratePercent(figure)}
                      </span>
                    </span>
                    <span className="block h-2 bg-rule" aria-hidden="true">
                      <span className={`block h-2 ${bar}`} style={{ width: `${barWidth(figure)}%` }} />
                    </span>
                  </span>
                )
              })}
            </span>
          </a>
        </li>
      ))}
    </ul>
  )
}
