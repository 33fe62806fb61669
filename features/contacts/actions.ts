'use server'

import { refresh, revalidatePath } from 'next/cache'
import { formAction } from '@/server/action'
import { assignChosen, assignOwners, handOver } from './commands/change-owners'
import { recordContact, recordContacts, retractContact } from './commands/record-contact'
import { assignOwnersInput, chosenInput, contactInput, handOverInput, retractContactInput } from './input'

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

/** An officer looks after a leaf's enterprises, or after one, from today. */
export const assignOwnersAction = formAction({
  permission: 'contact.record',
  input: assignOwnersInput,
  async run(ctx, input) {
    const outcome = await assignOwners(ctx, input)
    if (!outcome.ok) return { refusal: outcome.refusal }
    refresh()
    return { done: outcome.value }
  },
})

/** Somebody is on leave or moves on: all in one step. */
export const handOverAction = formAction({
  permission: 'contact.record',
  input: handOverInput,
  async run(ctx, input) {
    const outcome = await handOver(ctx, input)
    if (!outcome.ok) return { refusal: outcome.refusal }
    refresh()
    return { done: outcome.value }
  },
})

/** One thing for all rows that were ticked on a list: all of them or none. */
export const chosenAction = formAction({
  permission: 'contact.record',
  input: chosenInput,
  async run(ctx, { entryId: entryIds, what, outcome, personId, ...given }) {
    const done =
      what === 'contact' && outcome
        ? await recordContacts(ctx, { entryIds, outcome, note: given.note })
        : await assignChosen(ctx, { ...given, entryIds, personId: personId ?? '' })
    if (!done.ok) return { refusal: done.refusal }
    refresh()
    return { done: done.value }
  },
})
