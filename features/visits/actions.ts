'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { formAction } from '@/server/action'
import { isFreshLogin } from '@/server/auth/fresh-login'
import { beginExport } from '@/server/exports/export-runs'
import { answerVisit } from './commands/answer-visit'
import { followUp } from './commands/follow-up'
import { recordVisit, retractVisit } from './commands/record-visit'
import { planRound, retractRound } from './commands/rounds'
import {
  answerVisitInput,
  beginReserveExportInput,
  followUpInput,
  planRoundInput,
  recordVisitInput,
  retractRoundInput,
  retractVisitInput,
} from './input'
import { findingCount } from './queries/reserve'
import { largeReserve } from './reserve-export'

/** Records a visit and goes back to the list. */
export const recordVisitAction = formAction({
  permission: 'visit.record',
  input: recordVisitInput,
  async run(ctx, input) {
    const outcome = await recordVisit(ctx, input)
    if (!outcome.ok) return { refusal: outcome.refusal }
    redirect('/manage/visits?saved=1')
  },
})

/** The visit did not take place after all, or was recorded twice. */
export const retractVisitAction = formAction({
  permission: 'visit.record',
  input: retractVisitInput,
  async run(ctx, { visitId }) {
    const outcome = await retractVisit(ctx, visitId)
    if (!outcome.ok) return { refusal: outcome.refusal }
    revalidatePath('/manage/visits')
    return undefined
  },
})

/** The enterprise says whether a visit took place. */
export const answerVisitAction = formAction({
  permission: 'visit.answer',
  input: answerVisitInput,
  async run(ctx, input) {
    const outcome = await answerVisit(ctx, input)
    if (!outcome.ok) return { refusal: outcome.refusal }
    revalidatePath('/learn')
    revalidatePath('/learn/start')
    return undefined
  },
})

/** Asks for a large reserve with a reason, and goes to the page that sends it. */
export const beginReserveExportAction = formAction({
  permission: 'list.export',
  input: beginReserveExportInput,
  async run(ctx, { reason, ...asked }) {
    const said = { reason, total: await findingCount(ctx.actor, asked), isFresh: await isFreshLogin() }
    const outcome = await beginExport(ctx, largeReserve(ctx.actor, asked), said)
    if (!outcome.ok) return { refusal: outcome.refusal }
    redirect(`/manage/exports/${outcome.value.runId}`)
  },
})

/** Plans a round and shows it. */
export const planRoundAction = formAction({
  permission: 'visit.plan',
  input: planRoundInput,
  async run(ctx, input) {
    const outcome = await planRound(ctx, input)
    if (!outcome.ok) return { refusal: outcome.refusal }
    redirect(`/manage/visits/rounds/${outcome.value.roundId}`)
  },
})

/** Takes a round back and goes to the others. */
export const retractRoundAction = formAction({
  permission: 'visit.plan',
  input: retractRoundInput,
  async run(ctx, { roundId }) {
    const outcome = await retractRound(ctx, roundId)
    if (!outcome.ok) return { refusal: outcome.refusal }
    redirect('/manage/visits/rounds')
  },
})

/** Notes what was done about a need or a project. */
export const followUpAction = formAction({
  permission: 'visit.plan',
  input: followUpInput,
  async run(ctx, input) {
    const outcome = await followUp(ctx, input)
    if (!outcome.ok) return { refusal: outcome.refusal }
    redirect(`/manage/visits/findings/${input.findingId}?noted=1`)
  },
})
