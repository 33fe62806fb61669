import { getTranslations } from 'next-intl/server'
import type { TrainingRule } from '@/domain/rates/entry-facts'
import { rateFigure, ratePercent } from '@/domain/rates/rate-display'
import type { ShownRate } from '@/domain/rates/rate-display'
import { TrendLines } from '@/ui/charts/trend-lines'
import { viewQuery } from '../input'
import type { View } from '../input'
import type { TrendDay } from '../queries/area-trend'

const LINES: { rate: ShownRate; color: string; dash?: string }[] = [
  { rate: 'training', color: 'var(--color-indigo)' },
  { rate: 'awareness', color: 'var(--color-ochre)', dash: '7 3' },
  { rate: 'readiness', color: 'var(--color-pine)', dash: '2 3' },
]

/** The three rates over the settled days, and the same as a table whose days open "as of". */
export async function AreaTrendChart(props: {
  trend: readonly TrendDay[]
  rule: TrainingRule
  view: View
  region: string
}) {
  const t = await getTranslations('rates')
  if (props.trend.length === 0) return <p className="text-ink-2">{t('noTrend')}</p>
  const figureOf = (day: TrendDay, rate: ShownRate) => rateFigure(day, rate, props.rule)
  const permille = (day: TrendDay, rate: ShownRate) => {
    const { part, whole } = figureOf(day, rate)
    return whole === 0 ? null : (part * 1000) / whole
  }
  return (
    <>
      <TrendLines
        label={t('trendLabel')}
        days={props.trend.map((day) => day.day)}
        lines={LINES.map(({ rate, ...look }) => ({
          name: t(`rate.${rate}`),
          ...look,
          points: props.trend.map((day) => permille(day, rate)),
        }))}
      />
      <ul className="flex flex-wrap gap-x-6 text-sm">
        {LINES.map(({ rate, color, dash }) => (
          <li key={rate} className="flex items-center gap-2">
            <svg width="28" height="6" aria-hidden="true">
              <line
                x1="0"
                x2="28"
                y1="3"
                y2="3"
                stroke={color}
                strokeWidth="2"
                {...(dash ? { strokeDasharray: dash } : {})}
              />
            </svg>
            {t(`rate.${rate}`)}
          </li>
        ))}
      </ul>
      <p className="mt-1 text-ink-3 text-sm">{t('trendRule', { rule: t(`rule.${props.rule}`) })}</p>
      <details className="mt-2">
        <summary className="min-h-11 cursor-pointer py-2 text-sm">{t('trendTable')}</summary>
        <table className="cards-table text-sm">
          <thead>
            <tr>
              <th scope="col">{t('day')}</th>
              {LINES.map(({ rate }) => (
                <th key={rate} scope="col" className="number">
                  {t(`rate.${rate}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {[...props.trend].reverse().map((day) => (
              <tr key={day.day}>
                <th scope="row" className="font-normal">
                  <a href={`/manage/area/${props.region}${viewQuery({ ...props.view, on: day.day })}`}>{day.day}</a>
                  {day.isCorrected ? <span className="text-ochre"> {t('corrected')}</span> : null}
                </th>
                {LINES.map(({ rate }) => {
                  const figure = figureOf(day, rate)
                  return (
                    <td key={rate} className="number" data-label={t(`rate.${rate}`)}>
                      {ratePercent(figure)} <span className="text-ink-2">{`${figure.part} / ${figure.whole}`}</span>
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  )
}
