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

const officer = z.uuid('bad-id')
const post = z.enum(['A', 'B'])
const blankToMissing = (value: unknown) => (value === '' ? undefined : value)

export const assignOwnersInput = z
  .object({
    programmeId: z.uuid('bad-id'),
    leafId: z.preprocess(blankToMissing, z.uuid('bad-id').optional()),
    entryId: z.preprocess(blankToMissing, z.uuid('bad-id').optional()),
    personId: officer,
    post,
    onlyFree: z.preprocess((value) => value === 'on' || value === 'true', z.boolean()),
  })
  .refine(({ leafId, entryId }) => (leafId === undefined) !== (entryId === undefined), 'bad-id')
export type AssignOwners = z.output<typeof assignOwnersInput>

export const handOverInput = z.object({ fromId: officer, toId: officer })
export type HandOver = z.output<typeof handOverInput>

/** What is done with the rows that were ticked on a list: an outcome is recorded, or an officer looks after them. */
export const chosenInput = z
  .object({
    programmeId: z.uuid('bad-id'),
    entryId: z.preprocess(
      (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
      z.array(z.uuid('bad-id')).min(1, 'none-chosen').max(200, 'too-many'),
    ),
    what: z.enum(['contact', 'assign']),
    outcome: z.enum(OUTCOMES).optional(),
    note: contactInput.shape.note,
    personId: z.preprocess(blankToMissing, officer.optional()),
    post: post.default('A'),
  })
  .refine(({ what, outcome }) => what !== 'contact' || outcome !== undefined, 'no-outcome')
  .refine(({ what, personId }) => what !== 'assign' || personId !== undefined, 'no-officer')
