import { z } from 'zod'

/** What the list of personal links may be narrowed by; anything malformed is left out. */
export const linkViewInput = z.object({
  region: z.string().max(40).optional().catch(undefined),
  kind: z.enum(['HEAD', 'CLERK']).optional().catch(undefined),
  search: z.string().trim().min(2).max(40).optional().catch(undefined),
  unopened: z
    .literal('1')
    .transform(() => true)
    .optional()
    .catch(undefined),
  open: z
    .literal('1')
    .transform(() => true)
    .optional()
    .catch(undefined),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
})

/** The same from a form that sends the links of a view, or of one holding. */
export const linkSendingInput = linkViewInput.extend({
  holding: z.uuid().optional(),
  /** Also those who were written or spoken to within a week. */
  again: z.literal('on').optional().catch(undefined),
  offset: z.coerce.number().int().min(0).max(1_000_000).catch(0),
})
