import { shanghaiDayOf } from '@/domain/calendar/day'

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Shanghai',
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
})

/** An instant in Shanghai: "2026-11-26 00:05". */
export function instantText(instant: Date): string {
  return `${shanghaiDayOf(instant)} ${clock.format(instant)}`
}
