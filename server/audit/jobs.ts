import 'server-only'
import type { Job } from '@/server/jobs/registry'
import { anchorChain } from './anchor'
import { sealEvents } from './seal-events'

/** What has happened is sealed within seconds; once a day, and whenever the worker starts, the end of the chain is signed and kept elsewhere. */
export const auditJobs: readonly Job[] = [
  { name: 'audit.seal', everySeconds: 5, handler: sealEvents },
  { name: 'audit.anchor', cron: '5 0 * * *', handler: anchorChain },
]
