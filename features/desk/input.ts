import { z } from 'zod'

/** What is looked for; an address is not a form, so anything unreadable is nothing. */
export const deskInput = z.object({ search: z.string().trim().max(60).catch('') })
