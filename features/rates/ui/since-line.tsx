import { getTranslations } from 'next-intl/server'
import { addDays, type Day } from '@/domain/calendar/day'
import type { TrainingRule } from '@/domain/rates/entry-facts'
import { rateFigure, shownRates } from '@/domain/rates/rate-display'
import type { TallySums } from '@/domain/rates/tally'
import { rateChange, signed } from '@/domain/reports/rate-change'
import type { TrendDay } from '../queries/area-trend'

/** The settled day that today is compared with: the last closing day, else a week ago, else the oldest there is; null without any. */
export function comparedDay(trend: readonly TrendDay[], today: Day, closingDay: Day | null): TrendDay | null {
  const earlier = trend.filter(({ day }) => day < today)
  const wanted = closingDay ?? addDays(today, -7)
  return earlier.findLast(({ day }) => day <= wanted) ?? earlier[0] ?? null
}

/** How each rate moved since that day, in people and in points; what was known then, as it stood in the report. */
export async function SinceLine(props: { then: TrendDay; now: TallySums; rule: TrainingRule; isClosing: boolean }) {
  const t = await getTranslations('rates')
  const today = await getTranslations('today')
  return (
    <p className="my-4 text-ink-2">
      {today(props.isClosing ? 'sinceClosing' : 'since', { day: props.then.day })}
      {shownRates.map((rate) => {
        const change = rateChange(rateFigure(props.now, rate, props.rule), rateFigure(props.then, rate, props.rule))
        return (
          <span key={rate} className="mr-4 inline-block tabular-nums">
            {today('moved', { rate: t(`rate.${rate}`), part: signed(change.part), points: change.points ?? '—' })}
          </span>
        )
      })}
    </p>
  )
}
