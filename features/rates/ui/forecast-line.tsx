import { getFormatter, getTranslations } from 'next-intl/server'
import { addDays, type Day, startOfDay } from '@/domain/calendar/day'
import { forecast, neededPerWeek } from '@/domain/rates/forecast'
import { type RateFigure, rateFigure, type ShownRate } from '@/domain/rates/rate-display'
import type { TrainingRule } from '@/domain/rates/entry-facts'
import type { TrendDay } from '../queries/area-trend'

/** What a forecast is made from: the settled days, the day it is made on, and the programme's first day after its end. */
export type Ahead = { trend: readonly TrendDay[]; on: Day; toOn: Day | null }

/** When a rate gets to 100 % at the present pace, and what a week it takes to make the programme's last day. */
export async function ForecastLine(props: { ahead: Ahead; figure: RateFigure; rate: ShownRate; rule: TrainingRule }) {
  const { ahead, figure, rate, rule } = props
  const [t, format] = await Promise.all([getTranslations('rates.forecast'), getFormatter()])
  const points = ahead.trend.map((day) => ({ day: day.day, part: rateFigure(day, rate, rule).part }))
  const found = forecast(points, figure, ahead.on)
  if (found.kind === 'done' || figure.whole === 0) return null
  const day = (one: Day) => format.dateTime(startOfDay(one), { dateStyle: 'medium' })
  const needed = ahead.toOn && neededPerWeek(figure, ahead.on, addDays(ahead.toOn, -1))
  return (
    <>
      <p>
        {found.kind === 'no-pace'
          ? t('noPace')
          : t(found.late ? 'days' : 'openEnd', {
              middle: day(found.middle),
              early: day(found.early),
              late: found.late ? day(found.late) : '',
            })}
      </p>
      {needed ? <p>{t('needed', { count: needed })}</p> : null}
    </>
  )
}
