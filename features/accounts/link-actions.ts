'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { formAction } from '@/server/action'
import { clearPassword } from './commands/clear-password'
import { issuePersonalLink } from './commands/issue-personal-links'
import { holdingInput } from './input'

/** Issues (or finds) the personal link of one holding and shows it. */
export const issueLinkAction = formAction({
  permission: 'links.issue',
  input: holdingInput,
  async run(ctx, { holdingId }) {
    const outcome = await issuePersonalLink(ctx, holdingId)
    if (!outcome.ok) return outcome
    redirect(`/manage/links/${holdingId}`)
  },
})

/** Clears a forgotten password; the person sets a new one from the link. */
export const clearPasswordAction = formAction({
  permission: 'links.issue',
  input: holdingInput,
  async run(ctx, { holdingId }) {
    const outcome = await clearPassword(ctx, holdingId)
    if (outcome.ok) revalidatePath('/manage/links')
    return outcome.ok ? { done: {} } : outcome
  },
})
