'use server'

import { redirect } from 'next/navigation'
import { formAction } from '@/server/action'
import { requestBulletin } from './commands/request-bulletin'
import { requestDraft } from './commands/request-draft'
import { composeBulletinInput, reportQuery } from './input'

/** Orders the bulletin of a period and region and shows its page, where it appears once composed. */
export const composeBulletinAction = formAction({
  permission: 'report.compose',
  input: composeBulletinInput,
  async run(ctx, input) {
    const outcome = await requestBulletin(ctx, input)
    if (!outcome.ok) return { refusal: outcome.refusal }
    redirect(`/manage/reports/${input.periodId}/${input.code}/bulletin`)
  },
})

/** Orders the officer's draft of the bulletin of an open period and shows its page, where it can be taken away once made. */
export const draftBulletinAction = formAction({
  permission: 'report.compose',
  input: composeBulletinInput,
  async run(ctx, input) {
    const outcome = await requestDraft(ctx, input)
    if (!outcome.ok) return { refusal: outcome.refusal }
    redirect(`/manage/reports/${input.periodId}/${input.code}/bulletin${reportQuery({ roster: input.roster })}`)
  },
})
