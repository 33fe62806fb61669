'use server'

import { redirect } from 'next/navigation'
import { formAction } from '@/server/action'
import { isFreshLogin } from '@/server/auth/fresh-login'
import { beginExport } from '@/server/exports/export-runs'
import { requestBulletin } from './commands/request-bulletin'
import { requestDraft } from './commands/request-draft'
import { beginPeriodExportInput, composeBulletinInput, periodListView, reportQuery } from './input'
import { largePeriodList } from './large-list'
import { periodListFrame, periodListLength } from './queries/period-list'

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

/** Asks for a large frozen list with a reason, and goes to the page that sends it. */
export const beginPeriodExportAction = formAction({
  permission: 'list.export',
  input: beginPeriodExportInput,
  async run(ctx, { query, reason, ...asked }) {
    const view = periodListView.parse(Object.fromEntries(new URLSearchParams(query)))
    const frame = await periodListFrame(ctx.actor, asked, view)
    if (!frame) return { refusal: 'not-found' }
    const said = { reason, total: await periodListLength(frame), isFresh: await isFreshLogin() }
    const outcome = await beginExport(ctx, largePeriodList(frame), said)
    if (!outcome.ok) return { refusal: outcome.refusal }
    redirect(`/manage/exports/${outcome.value.runId}`)
  },
})
