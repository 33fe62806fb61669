import { z } from 'zod'

export const cancelExportInput = z.object({ runId: z.uuid('bad-id') })
