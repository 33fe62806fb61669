import 'server-only'
import { composeBulletin } from './commands/compose-bulletin'
import { composeDraft } from './commands/compose-draft'
import { dropOldDrafts } from './commands/drop-drafts'
import { keepPeriods, setPeriodsAgain } from './commands/keep-periods'

/** Periods are frozen soon after midnight; every five minutes also catches up after the worker was down. Old drafts go once a night. */
export const reportJobs = [
  { name: 'reports.keep-periods', cron: '*/5 * * * *', handler: () => keepPeriods() },
  { name: 'reports.drop-old-drafts', cron: '50 3 * * *', handler: () => dropOldDrafts() },
] as const

/** What the worker runs for outbox rows of reports, by kind. Each is idempotent. */
export const reportOutbox: Record<string, (payload: Record<string, string>) => Promise<void>> = {
  'closing-day.set': ({ programmeId = '', on = '' }) => setPeriodsAgain(programmeId, on),
  'bulletin.compose': ({ bulletinId = '' }) => composeBulletin(bulletinId),
  'bulletin.draft': ({ draftId = '', orderId = '' }) => composeDraft(draftId, orderId),
}
