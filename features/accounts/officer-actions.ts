'use server'

import { revalidatePath } from 'next/cache'
import { formAction } from '@/server/action'
import { appOrigin } from '@/server/env'
import { endGrant } from './commands/end-grant'
import { inviteMember } from './commands/invite-member'
import { inviteOfficer } from './commands/invite-officer'
import { renewInvitation } from './commands/renew-invitation'
import { resetSecondFactor } from './commands/reset-second-factor'
import { setDisabled } from './commands/set-disabled'
import { grantInput, inviteMemberInput, inviteOfficerInput, personInput } from './input'

/** Gives a role; the answer carries the one-time link when the person has no password yet. */
export const inviteOfficerAction = formAction({
  permission: 'officers.manage',
  input: inviteOfficerInput,
  async run(ctx, input) {
    const outcome = await inviteOfficer(ctx, input)
    if (!outcome.ok) return outcome
    revalidatePath('/manage/officers')
    const { setupToken } = outcome.value
    const done: Record<string, string> = setupToken ? { link: `${appOrigin()}/setup/${setupToken}` } : {}
    return { done }
  },
})

/** The same for somebody who shall work for an agency. */
export const inviteMemberAction = formAction({
  permission: 'officers.manage',
  input: inviteMemberInput,
  async run(ctx, input) {
    const outcome = await inviteMember(ctx, input)
    if (!outcome.ok) return outcome
    revalidatePath('/manage/agencies', 'layout')
    const { setupToken } = outcome.value
    const done: Record<string, string> = setupToken ? { link: `${appOrigin()}/setup/${setupToken}` } : {}
    return { done }
  },
})

/** A new one-time link for an officer. */
export const renewInvitationAction = formAction({
  permission: 'officers.manage',
  input: grantInput,
  async run(ctx, { grantId }) {
    const outcome = await renewInvitation(ctx, grantId)
    return outcome.ok ? { done: { link: `${appOrigin()}/setup/${outcome.value.setupToken}` } } : outcome
  },
})

/** Ends a role as of today. */
export const endGrantAction = formAction({
  permission: 'officers.manage',
  input: grantInput,
  async run(ctx, { grantId }) {
    const outcome = await endGrant(ctx, grantId)
    if (outcome.ok) revalidatePath('/manage/officers')
    return outcome.ok ? { done: {} } : outcome
  },
})

/** Closes an officer's account. */
export const disableAccountAction = formAction({
  permission: 'officers.manage',
  input: personInput,
  async run(ctx, { personId }) {
    const outcome = await setDisabled(ctx, personId, true)
    if (outcome.ok) revalidatePath('/manage/officers')
    return outcome.ok ? { done: {} } : outcome
  },
})

/** Opens it again. */
export const enableAccountAction = formAction({
  permission: 'officers.manage',
  input: personInput,
  async run(ctx, { personId }) {
    const outcome = await setDisabled(ctx, personId, false)
    if (outcome.ok) revalidatePath('/manage/officers')
    return outcome.ok ? { done: {} } : outcome
  },
})

/** Forgets the second factor of an officer who lost it. */
export const resetSecondFactorAction = formAction({
  permission: 'officers.manage',
  input: personInput,
  async run(ctx, { personId }) {
    const outcome = await resetSecondFactor(ctx, personId)
    if (outcome.ok) revalidatePath('/manage/officers')
    return outcome.ok ? { done: {} } : outcome
  },
})
