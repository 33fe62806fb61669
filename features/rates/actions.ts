'use server'

import { redirect } from 'next/navigation'
import { reaches } from '@/domain/permissions/reaches'
import { formAction } from '@/server/action'
import { isFreshLogin } from '@/server/auth/fresh-login'
import { beginExport } from '@/server/exports/export-runs'
import { beginExportInput, listInput, rateOfPath } from './input'
import { largeList } from './large-list'
import { listLength } from './queries/list-length'
import { listFrame } from './queries/list-page'

/** Asks for a large list with a reason, and goes to the page that sends it. */
export const beginExportAction = formAction({
  permission: 'list.export',
  input: beginExportInput,
  async run(ctx, { rate, query, reason }) {
    const known = rateOfPath(rate)
    const view = listInput.parse(Object.fromEntries(new URLSearchParams(query)))
    const frame = known ? await listFrame(ctx.actor, known, view) : null
    if (!frame || !reaches(ctx.actor, frame.region.path)) return { refusal: 'not-found' }
    const said = { reason, total: await listLength(frame), isFresh: await isFreshLogin() }
    const outcome = await beginExport(ctx, largeList(frame), said)
    if (!outcome.ok) return { refusal: outcome.refusal }
    redirect(`/manage/exports/${outcome.value.runId}`)
  },
})
