import 'server-only'
import { applyImportSafely } from './commands/apply-import'
import { stageImport } from './commands/stage-import'
import { undoImport } from './commands/undo-import'

/** What the worker runs for outbox rows of the roster, by kind. Each is idempotent. */
export const rosterJobs: Record<string, (payload: { importId: string }, requestId: string) => Promise<void>> = {
  'import.stage': ({ importId }) => stageImport(importId),
  'import.confirm': ({ importId }, requestId) => applyImportSafely(importId, requestId),
  'import.undo': ({ importId }, requestId) => undoImport(importId, requestId),
}
