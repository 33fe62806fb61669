import { z } from 'zod'

/** Why a large list is wanted: 4 to 200 characters, 'bad-reason' otherwise. */
export const exportReason = z.string().trim().min(4, 'bad-reason').max(200, 'bad-reason')
