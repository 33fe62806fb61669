import { z } from 'zod'
import { OUTCOMES } from '@/domain/contacts/outcomes'

export const contactInput = z.object({
  entryId: z.uuid('bad-id'),
  outcome: z.enum(OUTCOMES),
  note: z
    .string()
    .trim()
    .max(200, 'too-long')
    .optional()
    .transform((text) => text || null),
})

export const retractContactInput = z.object({ contactId: z.uuid('bad-id') })
