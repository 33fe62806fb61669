'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { formAction } from '@/server/action'
import { callRoll, retractAttendance } from './commands/attend'
import { planSession } from './commands/plan-session'
import { settleWalkIn } from './commands/settle-walk-in'
import { attendanceInput, planSessionInput, rollCallInput, walkInInput } from './input'

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
