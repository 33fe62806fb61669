import 'server-only'
import { composeBulletin } from './commands/compose-bulletin'
import { keepPeriods, setPeriodsAgain } from './commands/keep-periods'

/** Periods are frozen soon after midnight; every five minutes also catches up after the worker was down. */
export const reportJobs = [{ name: 'reports.keep-periods', cron: '*/5 * * * *', handler: () => keepPeriods() }] as const

/** What the worker runs for outbox rows of reports, by kind. Each is idempotent. */
export const reportOutbox: Record<string, (payload: Record<string, string>) => Promise<void>> = {
  'closing-day.set': ({ programmeId = '', on = '' }) => setPeriodsAgain(programmeId, on),
  'bulletin.compose': ({ bulletinId = '' }) => composeBulletin(bulletinId),
}
