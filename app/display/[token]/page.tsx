import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { rateFigure, ratePercent, shownRates } from '@/domain/rates/rate-display'
import { displayByToken } from '@/features/displays/queries/displays'
import { areaOf } from '@/features/rates/queries/area-page'
import { TrendLines } from '@/ui/charts/trend-lines'
import { Refresh } from '@/ui/layout/refresh'
import styles from './display.module.css'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('displays'))('title'), referrer: 'no-referrer' }
}

const numbers = new Intl.NumberFormat('zh-CN')
const COLORS = { training: '#9db8e8', awareness: '#e6bf7f', readiness: '#8fd0ae', visits: '#c3c8d2' } as const
const DASHES = { training: undefined, awareness: '7 3', readiness: '2 3' } as const
const LINES = ['training', 'awareness', 'readiness'] as const
const SECONDS = 60

/** For a wall, read from ten metres: the rates of key enterprises of an area and how they came about. No name of anybody, no link to anywhere. */
export default async function DisplayPage({ params }: PageProps<'/display/[token]'>) {
  const display = await displayByToken((await params).token)
  if (!display) notFound()
  const { region, programmeId } = display
  const { total, trend, programme, on } = await areaOf(region, { programme: programmeId, roster: 'key' })
  if (!programme) notFound()
  const [t, rates] = await Promise.all([getTranslations('displays'), getTranslations('rates')])
  const rule = programme.trainingRule
  return (
    <main id="main" className={styles.wall}>
      <Refresh seconds={SECONDS} />
      <noscript>
        <meta httpEquiv="refresh" content={String(SECONDS)} />
      </noscript>
      <header>
        <h1>{region.name}</h1>
        <p className={styles.beneath}>{t('beneath', { programme: programme.name, day: on })}</p>
      </header>
      <ul className={styles.rates}>
        {shownRates.map((rate) => {
          const figure = rateFigure(total, rate, rule)
          return (
            <li key={rate} style={{ color: COLORS[rate] }}>
              <h2>{rates(`rate.${rate}`)}</h2>
              <p className={styles.percent}>{ratePercent(figure)}</p>
              <p className={styles.count}>
                {figure.whole > 0
                  ? t('partOf', { part: numbers.format(figure.part), whole: numbers.format(figure.whole) })
                  : rates('nothingToCount')}
              </p>
            </li>
          )
        })}
      </ul>
      {trend.length > 1 ? (
        <div className={styles.trend}>
          <TrendLines
            label={rates('trendLabel')}
            days={trend.map(({ day }) => day)}
            lines={LINES.map((rate) => ({
              name: rates(`rate.${rate}`),
              color: COLORS[rate],
              ...(DASHES[rate] ? { dash: DASHES[rate] } : {}),
              points: trend.map((day) => {
                const { part, whole } = rateFigure(day, rate, rule)
                return whole === 0 ? null : (part * 1000) / whole
              }),
            }))}
          />
        </div>
      ) : null}
    </main>
  )
}
