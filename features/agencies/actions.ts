'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { formAction } from '@/server/action'
import { foundAgency } from './commands/found-agency'
import { addEntries, changeLastDay, type Listed, makeContract, removeEntry } from './commands/contracts'
import { addEntriesInput, endContractInput, foundAgencyInput, makeContractInput, removeEntryInput } from './input'

export const foundAgencyAction = formAction({
  permission: 'agency.manage',
  input: foundAgencyInput,
  async run(ctx, input) {
    const outcome = await foundAgency(ctx, input)
    if (!outcome.ok) return { refusal: outcome.refusal }
    redirect(`/manage/agencies/${outcome.value.agencyId}`)
  },
})

/** What was listed, and the lines that were not, to be put right and sent again. */
const listed = ({ added, missing }: Listed) => ({ done: { added, missing: missing.join('\n'), left: missing.length } })

export const makeContractAction = formAction({
  permission: 'agency.manage',
  input: makeContractInput,
  async run(ctx, input) {
    const outcome = await makeContract(ctx, input)
    if (!outcome.ok) return { refusal: outcome.refusal }
    revalidatePath('/manage/agencies', 'layout')
    return listed(outcome.value)
  },
})

export const addEntriesAction = formAction({
  permission: 'agency.manage',
  input: addEntriesInput,
  async run(ctx, input) {
    const outcome = await addEntries(ctx, input)
    if (!outcome.ok) return { refusal: outcome.refusal }
    revalidatePath('/manage/agencies', 'layout')
    return listed(outcome.value)
  },
})

export const removeEntryAction = formAction({
  permission: 'agency.manage',
  input: removeEntryInput,
  async run(ctx, input) {
    const outcome = await removeEntry(ctx, input)
    if (!outcome.ok) return { refusal: outcome.refusal }
    revalidatePath('/manage/agencies', 'layout')
    return undefined
  },
})

export const changeLastDayAction = formAction({
  permission: 'agency.manage',
  input: endContractInput,
  async run(ctx, input) {
    const outcome = await changeLastDay(ctx, input)
    if (!outcome.ok) return { refusal: outcome.refusal }
    revalidatePath('/manage/agencies', 'layout')
    return undefined
  },
})
