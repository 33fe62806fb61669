'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { formAction } from '@/server/action'
import type { Outcome } from '@/server/outcome'
import { addSeat, closeSeat } from './commands/change-seats'
import { cancelImport } from './commands/cancel-import'
import { addRegion, changeRegion } from './commands/change-region'
import { chooseForRow, confirmImport } from './commands/confirm-import'
import { endHolding, holdSeat, markHolding } from './commands/hold-seat'
import { placeEntry } from './commands/place-entry'
import { decideProposal, withdrawProposal } from './commands/decide-proposal'
import { proposeChange } from './commands/propose-change'
import { requestUndo } from './commands/undo-import'
import { unmaskPersons } from './commands/unmask-persons'
import { uploadImport } from './commands/upload-import'
import * as input from './input'

/** What a form shows of an outcome: nothing when it went well, and then the page is read anew. */
function ran<R extends string>(outcome: Outcome<unknown, R>) {
  if (outcome.ok) {
    refresh()
    return undefined
  }
  return outcome.detail ? { refusal: outcome.refusal, detail: outcome.detail } : { refusal: outcome.refusal }
}

export const uploadImportAction = formAction({
  permission: 'import.run',
  input: input.uploadImportInput,
  async run(ctx, given) {
    const outcome = await uploadImport(ctx, given)
    if (!outcome.ok) return { refusal: outcome.refusal }
    redirect(`/manage/roster/imports/${outcome.value.importId}`)
  },
})

export const confirmImportAction = formAction({
  permission: 'import.run',
  input: input.confirmImportInput,
  async run(ctx, given) {
    const outcome = await confirmImport(ctx, given)
    if (!outcome.ok) return ran(outcome)
    redirect(`/manage/roster/imports/${given.importId}`)
  },
})

export const chooseForRowAction = formAction({
  permission: 'import.run',
  input: input.rowChoiceInput,
  async run(ctx, given) {
    return ran(await chooseForRow(ctx, given))
  },
})

export const cancelImportAction = formAction({
  permission: 'import.run',
  input: input.importIdInput,
  async run(ctx, { importId }) {
    const outcome = await cancelImport(ctx, importId)
    if (!outcome.ok) return ran(outcome)
    redirect(`/manage/roster/imports/${importId}`)
  },
})

export const undoImportAction = formAction({
  permission: 'import.run',
  input: input.importIdInput,
  async run(ctx, { importId }) {
    const outcome = await requestUndo(ctx, importId)
    if (!outcome.ok) return ran(outcome)
    redirect(`/manage/roster/imports/${importId}`)
  },
})

export const holdSeatAction = formAction({
  permission: 'roster.write',
  input: input.holdSeatInput,
  run: async (ctx, given) => ran(await holdSeat(ctx, given)),
})

export const endHoldingAction = formAction({
  permission: 'roster.write',
  input: input.endHoldingInput,
  run: async (ctx, given) => ran(await endHolding(ctx, given)),
})

export const markHoldingAction = formAction({
  permission: 'roster.write',
  input: input.markHoldingInput,
  run: async (ctx, given) => ran(await markHolding(ctx, given)),
})

export const addSeatAction = formAction({
  permission: 'roster.write',
  input: input.addSeatInput,
  run: async (ctx, given) => ran(await addSeat(ctx, given)),
})

export const closeSeatAction = formAction({
  permission: 'roster.write',
  input: input.closeSeatInput,
  run: async (ctx, given) => ran(await closeSeat(ctx, given)),
})

export const placeEntryAction = formAction({
  permission: 'roster.write',
  input: input.placeEntryInput,
  run: async (ctx, given) => ran(await placeEntry(ctx, given)),
})

export const proposeChangeAction = formAction({
  permission: 'roster.write',
  input: input.proposeChangeInput,
  run: async (ctx, given) => ran(await proposeChange(ctx, given)),
})

export const decideProposalAction = formAction({
  permission: 'roster.write',
  input: input.decideProposalInput,
  run: async (ctx, given) => ran(await decideProposal(ctx, given)),
})

export const withdrawProposalAction = formAction({
  permission: 'roster.write',
  input: input.proposalIdInput,
  run: async (ctx, { proposalId }) => ran(await withdrawProposal(ctx, proposalId)),
})

export const addRegionAction = formAction({
  permission: 'regions.write',
  input: input.addZoneInput,
  run: async (ctx, given) => ran(await addRegion(ctx, given)),
})

export const changeRegionAction = formAction({
  permission: 'regions.write',
  input: input.regionStateInput,
  run: async (ctx, given) => ran(await changeRegion(ctx, given)),
})

export const unmaskPersonsAction = formAction({
  permission: 'person.unmask',
  input: input.unmaskPersonsInput,
  async run(ctx, given) {
    const outcome = await unmaskPersons(ctx, given)
    return outcome.ok ? { done: outcome.value } : { refusal: outcome.refusal }
  },
})
