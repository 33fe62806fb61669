'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { formAction } from '@/server/action'
import { chooseEntry, requestFill } from './commands/request-fill'
import { uploadFillBack } from './commands/upload-fill-back'
import { chooseEntryInput, requestFillInput, uploadFillBackInput } from './input'

export const uploadFillBackAction = formAction({
  permission: 'fill-back.run',
  input: uploadFillBackInput,
  async run(ctx, given) {
    const outcome = await uploadFillBack(ctx, given)
    if (!outcome.ok) return { refusal: outcome.refusal }
    redirect(`/manage/fill-back/${outcome.value.fillBackId}`)
  },
})

export const requestFillAction = formAction({
  permission: 'fill-back.run',
  input: requestFillInput,
  async run(ctx, given) {
    const outcome = await requestFill(ctx, given)
    if (!outcome.ok) return { refusal: outcome.refusal }
    redirect(`/manage/fill-back/${given.fillBackId}`)
  },
})

export const chooseEntryAction = formAction({
  permission: 'fill-back.run',
  input: chooseEntryInput,
  async run(ctx, given) {
    const outcome = await chooseEntry(ctx, given)
    if (!outcome.ok) return { refusal: outcome.refusal }
    refresh()
    return undefined
  },
})
