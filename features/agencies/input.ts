import { z } from 'zod'
import { isDay } from '@/domain/calendar/day'
import { readUscc } from '@/domain/roster/uscc'

const day = z.string().refine(isDay, 'bad-day')

export const foundAgencyInput = z.object({
  name: z.string().trim().min(2, 'bad-name').max(100, 'bad-name'),
  /** Empty or a whole, true code. */
  uscc: z
    .string()
    .trim()
    .optional()
    .transform((text, context) => {
      if (!text) return null
      const read = readUscc(text)
      if (read.ok) return read.value
      context.addIssue({ code: 'custom', message: 'bad-uscc' })
      return z.NEVER
    }),
  regionId: z.uuid('bad-region'),
})
export type FoundAgency = z.output<typeof foundAgencyInput>

/** Enterprises as they are pasted: names or codes, one a line or parted by commas and tabs. */
const enterprises = z
  .string()
  .max(200_000, 'too-many')
  .transform((text) => [...new Set(text.split(/[\r\n\t,，;；、]+/).map((one) => one.trim()))].filter(Boolean))
  .refine((lines) => lines.length <= 5_000, 'too-many')

export const makeContractInput = z
  .object({
    agencyId: z.uuid('bad-id'),
    programmeId: z.uuid('bad-id'),
    title: z.string().trim().min(2, 'bad-title').max(100, 'bad-title'),
    fromOn: day,
    /** The last day. */
    lastOn: day,
    enterprises,
  })
  .refine(({ fromOn, lastOn }) => fromOn <= lastOn, { message: 'bad-order', path: ['lastOn'] })
export type MakeContract = z.output<typeof makeContractInput>

export const addEntriesInput = z.object({ contractId: z.uuid('bad-id'), enterprises })
export const removeEntryInput = z.object({ contractId: z.uuid('bad-id'), entryId: z.uuid('bad-id') })
export const endContractInput = z.object({ contractId: z.uuid('bad-id'), lastOn: day })
