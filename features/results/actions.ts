'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { formAction } from '@/server/action'
import type { Outcome } from '@/server/outcome'
import { cancelBatch } from './commands/cancel-batch'
import { confirmColumns } from './commands/confirm-columns'
import { decideRow, decideRows } from './commands/decide-row'
import { rematchBatch } from './commands/rematch-batch'
import { retractAlias } from './commands/retract-alias'
import { requestRetract } from './commands/retract-batch'
import { setRowAside } from './commands/set-row-aside'
import { undoDecision } from './commands/undo-decision'
import { uploadResults } from './commands/upload-results'
import { confirmBatch } from './commands/write-batch'
import * as input from './input'
import { batchHref } from './view'

/** What a form shows of an outcome; when it went well, the page is read anew. */
function ran(outcome: Outcome<unknown>) {
  if (!outcome.ok) return { refusal: outcome.refusal }
  refresh()
  return undefined
}

/** The same for what changes the whole batch: back to its beginning. */
function turned(outcome: Outcome<unknown>, batchId: string) {
  if (!outcome.ok) return { refusal: outcome.refusal }
  redirect(batchHref(batchId))
}

export const uploadResultsAction = formAction({
  permission: 'results.import',
  input: input.uploadResultsInput,
  async run(ctx, given) {
    const outcome = await uploadResults(ctx, given)
    if (!outcome.ok) return { refusal: outcome.refusal }
    redirect(batchHref(outcome.value.batchId))
  },
})

export const confirmColumnsAction = formAction({
  permission: 'results.import',
  input: input.confirmColumnsInput,
  run: async (ctx, given) => turned(await confirmColumns(ctx, given), given.batchId),
})

export const confirmBatchAction = formAction({
  permission: 'results.import',
  input: input.batchIdInput,
  run: async (ctx, { batchId }) => turned(await confirmBatch(ctx, batchId), batchId),
})

export const rematchBatchAction = formAction({
  permission: 'results.import',
  input: input.batchIdInput,
  run: async (ctx, { batchId }) => turned(await rematchBatch(ctx, batchId), batchId),
})

export const cancelBatchAction = formAction({
  permission: 'results.import',
  input: input.batchIdInput,
  run: async (ctx, { batchId }) => turned(await cancelBatch(ctx, batchId), batchId),
})

export const retractBatchAction = formAction({
  permission: 'results.import',
  input: input.batchIdInput,
  run: async (ctx, { batchId }) => turned(await requestRetract(ctx, batchId), batchId),
})

export const decideRowAction = formAction({
  permission: 'results.import',
  input: input.decideRowInput,
  async run(ctx, given) {
    const outcome = await decideRow(ctx, given)
    if (!outcome.ok) return { refusal: outcome.refusal }
    const { batchId, position: decided, after } = given
    redirect(batchHref(batchId, { state: 'QUEUED', after, decided, others: outcome.value.others }))
  },
})

export const decideRowsAction = formAction({
  permission: 'results.import',
  input: input.decideRowsInput,
  async run(ctx, given) {
    const outcome = await decideRows(ctx, given)
    if (!outcome.ok) return { refusal: outcome.refusal }
    const { decided: several, others } = outcome.value
    redirect(batchHref(given.batchId, { state: 'QUEUED', likely: '1', several, others }))
  },
})

export const undoDecisionAction = formAction({
  permission: 'results.import',
  input: input.rowInput,
  async run(ctx, given) {
    const outcome = await undoDecision(ctx, given)
    if (!outcome.ok) return { refusal: outcome.refusal }
    redirect(batchHref(given.batchId, { state: 'QUEUED', undone: outcome.value.others }))
  },
})

export const setRowAsideAction = formAction({
  permission: 'results.import',
  input: input.asideInput,
  async run(ctx, { after, ...given }) {
    const outcome = await setRowAside(ctx, given)
    if (!outcome.ok) return { refusal: outcome.refusal }
    const done = outcome.value.isAside ? { after, aside: given.position } : { undone: 0 }
    redirect(batchHref(given.batchId, { state: 'QUEUED', ...done }))
  },
})

export const retractAliasAction = formAction({
  permission: 'results.import',
  input: input.aliasInput,
  run: async (ctx, { aliasId }) => ran(await retractAlias(ctx, aliasId)),
})
