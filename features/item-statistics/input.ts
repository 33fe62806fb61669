import { z } from 'zod'

/** What asking brought; letters are counted where it is used. */
export const closeSignalInput = z.object({ signalId: z.uuid(), note: z.string().trim().max(300) })
