import { getLocale } from 'next-intl/server'

const DAYS: Record<string, Intl.DateTimeFormat> = {
  zh: new Intl.DateTimeFormat('zh-CN', { dateStyle: 'long', timeZone: 'Asia/Shanghai' }),
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'Asia/Shanghai' }),
}

/** Writes days ('YYYY-MM-DD') in the reader's language: 2026年11月23日, 23 Nov 2026. */
export async function dayText(): Promise<(day: string) => string> {
  const format = DAYS[await getLocale()] ?? DAYS.zh
  return (day) => format?.format(new Date(`${day}T00:00:00+08:00`)) ?? day
}
