import { z } from 'zod'

/** A self-check's form: `value` once, or several times for a multiple choice. */
export const selfCheckInput = z.object({ check: z.string().min(1).max(80), value: z.array(z.string().max(40)).max(10) })

export const finishDigestInput = z.object({ course: z.string().min(1).max(80) })
