'use server'

import { refresh } from 'next/cache'
import { formAction } from '@/server/action'
import type { Outcome } from '@/server/outcome'
import { answer, pass, publish, withdraw } from './commands/answer'
import * as input from './input'

function ran(outcome: Outcome<unknown>) {
  if (!outcome.ok) return { refusal: outcome.refusal }
  refresh()
  return undefined
}

export const answerInquiryAction = formAction({
  permission: 'inquiry.answer',
  input: input.answerInput,
  run: async (ctx, given) => ran(await answer(ctx, given)),
})

export const passInquiryAction = formAction({
  permission: 'inquiry.answer',
  input: input.passInput,
  run: async (ctx, given) => ran(await pass(ctx, given)),
})

export const publishInquiryAction = formAction({
  permission: 'inquiry.answer',
  input: input.publishInput,
  run: async (ctx, given) => ran(await publish(ctx, given)),
})

export const withdrawInquiryAction = formAction({
  permission: 'inquiry.answer',
  input: input.inquiryIdInput,
  run: async (ctx, { inquiryId }) => ran(await withdraw(ctx, inquiryId)),
})
