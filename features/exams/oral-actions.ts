'use server'

import { redirect } from 'next/navigation'
import { formAction } from '@/server/action'
import { abandonOralCheck } from './commands/abandon-oral-check'
import { retractOralCheck } from './commands/retract-oral-check'
import { startOralCheck } from './commands/start-oral-check'
import { submitOralCheck } from './commands/submit-oral-check'
import { oralAnswersInput, oralCheckInput, retractOralCheckInput, startOralCheckInput } from './input'

// Plain forms: what was refused is said by the page that is gone to, from a word in its address.

/** Draws three questions for a head and goes to them. */
export const startOralCheckAction = formAction({
  permission: 'oral-check.run',
  input: startOralCheckInput,
  async run(ctx, input) {
    const outcome = await startOralCheck(ctx, input)
    redirect(
      outcome.ok
        ? `/manage/in-person/${outcome.value}`
        : `/manage/in-person/ask/${input.holdingId}?refused=${outcome.refusal}`,
    )
  },
})

/** Records the answers and goes to the result. */
export const submitOralCheckAction = formAction({
  permission: 'oral-check.run',
  input: oralAnswersInput,
  async run(ctx, input) {
    const outcome = await submitOralCheck(ctx, input)
    redirect(`/manage/in-person/${input.checkId}${outcome.ok ? '' : `?refused=${outcome.refusal}`}`)
  },
})

/** Breaks off; nothing counts. */
export const abandonOralCheckAction = formAction({
  permission: 'oral-check.run',
  input: oralCheckInput,
  async run(ctx, { checkId }) {
    await abandonOralCheck(ctx, checkId)
    redirect(`/manage/in-person/${checkId}`)
  },
})

/** Takes back what was recorded wrongly. */
export const retractOralCheckAction = formAction({
  permission: 'oral-check.run',
  input: retractOralCheckInput,
  async run(ctx, { checkId, reason }) {
    const outcome = reason.length >= 2 ? await retractOralCheck(ctx, { checkId, reason }) : null
    redirect(`/manage/in-person/${checkId}${outcome?.ok ? '' : `?refused=${outcome?.refusal ?? 'no-reason'}`}`)
  },
})
