import 'server-only'
import { checkTemplate } from './commands/check-template'
import { fillDocuments } from './commands/fill-documents'
import { purgeRuns } from './commands/purge-runs'

/** What the worker runs for outbox rows about templates and their runs, by kind. Each is idempotent. */
export const templateJobs: Record<string, (payload: { subjectId: string }, requestId: string) => Promise<void>> = {
  'template.check': ({ subjectId }) => checkTemplate(subjectId),
  'document.fill': ({ subjectId }, requestId) => fillDocuments(subjectId, requestId),
}

/** What it does by itself: once a night, filled documents older than thirty days go. */
export const templateSchedule = [{ name: 'templates.purge-runs', cron: '40 3 * * *', handler: () => purgeRuns() }]
