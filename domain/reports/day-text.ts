import type { Day } from '@/domain/calendar/day'

/** 2026-11-05 → 2026年11月5日. */
export function chineseDay(day: Day): string {
  const [year = '', month = '', date = ''] = day.split('-')
  return `${year}年${Number(month)}月${Number(date)}日`
}
