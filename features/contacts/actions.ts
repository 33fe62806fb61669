'use server'

import { revalidatePath } from 'next/cache'
import { formAction } from '@/server/action'
import { recordContact, retractContact } from './commands/record-contact'
import { contactInput, retractContactInput } from './input'

/** One tap: what came of a contact. */
export const recordContactAction = formAction({
  permission: 'contact.record',
  input: contactInput,
  async run(ctx, input) {
    const outcome = await recordContact(ctx, input)
    if (!outcome.ok) return { refusal: outcome.refusal }
    revalidatePath('/manage/contacts')
    return undefined
  },
})

/** The tap was a mistake. */
export const retractContactAction = formAction({
  permission: 'contact.record',
  input: retractContactInput,
  async run(ctx, { contactId }) {
    const outcome = await retractContact(ctx, contactId)
    if (!outcome.ok) return { refusal: outcome.refusal }
    revalidatePath('/manage/contacts')
    return undefined
  },
})
