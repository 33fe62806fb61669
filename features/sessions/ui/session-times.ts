import { getFormatter } from 'next-intl/server'
import type { SessionRow } from '../queries/session-in-scope'

/** "2026年11月26日 14:00–16:00", by Shanghai's clock. */
export async function sessionTimes({ startsAt, endsAt }: Pick<SessionRow, 'startsAt' | 'endsAt'>): Promise<string> {
  const format = await getFormatter()
  const zone = { timeZone: 'Asia/Shanghai' } as const
  const from = format.dateTime(startsAt, { ...zone, dateStyle: 'medium', timeStyle: 'short' })
  return `${from}–${format.dateTime(endsAt, { ...zone, timeStyle: 'short' })}`
}
