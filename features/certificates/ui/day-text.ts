import { getFormatter } from 'next-intl/server'

/** Writes days ('YYYY-MM-DD') in the reader's language: 2026年11月23日, 23 Nov 2026. */
export async function dayText(): Promise<(day: string) => string> {
  const format = await getFormatter()
  return (day) => format.dateTime(new Date(`${day}T00:00:00+08:00`), { dateStyle: 'long', timeZone: 'Asia/Shanghai' })
}
