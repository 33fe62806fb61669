'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { formAction } from '@/server/action'
import { callRoll, retractAttendance } from './commands/attend'
import { planSession } from './commands/plan-session'
import { settleWalkIn } from './commands/settle-walk-in'
import { cancelSession } from './commands/cancel-session'
import { signUp } from './commands/sign-up'
import { attendanceInput, cancelSessionInput, planSessionInput, rollCallInput, signUpInput, walkInInput } from './input'

export const planSessionAction = formAction({
  permission: 'session.plan',
  input: planSessionInput,
  async run(ctx, input) {
    const outcome = await planSession(ctx, input)
    if (!outcome.ok) return { refusal: outcome.refusal }
    redirect(`/manage/sessions/${outcome.value.sessionId}`)
  },
})

export const callRollAction = formAction({
  permission: 'session.run',
  input: rollCallInput,
  async run(ctx, input) {
    const outcome = await callRoll(ctx, input)
    if (!outcome.ok) return { refusal: outcome.refusal }
    revalidatePath(`/manage/sessions/${input.sessionId}`)
    return undefined
  },
})

export const retractAttendanceAction = formAction({
  permission: 'session.run',
  input: attendanceInput,
  async run(ctx, { attendanceId }) {
    const outcome = await retractAttendance(ctx, attendanceId)
    if (!outcome.ok) return { refusal: outcome.refusal }
    revalidatePath('/manage/sessions', 'layout')
    return undefined
  },
})

export const settleWalkInAction = formAction({
  permission: 'session.run',
  input: walkInInput,
  async run(ctx, input) {
    const outcome = await settleWalkIn(ctx, input)
    if (!outcome.ok) return { refusal: outcome.refusal }
    revalidatePath('/manage/sessions', 'layout')
    return undefined
  },
})

export const cancelSessionAction = formAction({
  permission: 'session.run',
  input: cancelSessionInput,
  async run(ctx, { sessionId }) {
    const outcome = await cancelSession(ctx, sessionId)
    if (!outcome.ok) return { refusal: outcome.refusal }
    redirect('/manage/sessions')
  },
})

/** Somebody says whether they will come. */
export const signUpAction = formAction({
  permission: 'session.sign-up',
  input: signUpInput,
  async run(ctx, { sessionId, coming }) {
    const outcome = await signUp(ctx, { sessionId, isComing: coming === 'yes' })
    if (!outcome.ok) return { refusal: outcome.refusal }
    revalidatePath('/learn')
    revalidatePath('/learn/start')
    return undefined
  },
})
