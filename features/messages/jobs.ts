import type { Job } from '@/server/jobs/registry'
import { deliverDue } from './commands/deliver'

/** Messages go out while the worker runs. */
export const messageJobs: Job[] = [{ name: 'messages.deliver', everySeconds: 5, handler: deliverDue }]
