'use server'

import { redirect } from 'next/navigation'
import { formAction } from '@/server/action'
import { cancelExport } from '@/server/exports/export-runs'
import { cancelExportInput } from './input'

/** Stops a large list, also while it is sent. */
export const cancelExportAction = formAction({
  permission: 'list.export',
  input: cancelExportInput,
  async run(ctx, { runId }) {
    const outcome = await cancelExport(ctx, runId)
    if (!outcome.ok) return { refusal: outcome.refusal }
    redirect(`/manage/exports/${runId}`)
  },
})
