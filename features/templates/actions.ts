'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { formAction } from '@/server/action'
import { retireTemplate } from './commands/retire-template'
import { startRun } from './commands/start-run'
import { uploadTemplate } from './commands/upload-template'
import { startRunInput, templateIdInput, uploadTemplateInput } from './input'

export const uploadTemplateAction = formAction({
  permission: 'template.write',
  input: uploadTemplateInput,
  async run(ctx, given) {
    const outcome = await uploadTemplate(ctx, given)
    if (!outcome.ok) return { refusal: outcome.refusal }
    redirect(`/manage/templates/${outcome.value.templateId}`)
  },
})

export const retireTemplateAction = formAction({
  permission: 'template.write',
  input: templateIdInput,
  async run(ctx, { templateId }) {
    const outcome = await retireTemplate(ctx, templateId)
    if (!outcome.ok) return { refusal: outcome.refusal }
    refresh()
    return undefined
  },
})

export const startRunAction = formAction({
  permission: 'template.write',
  input: startRunInput,
  async run(ctx, given) {
    const outcome = await startRun(ctx, given)
    if (!outcome.ok) return { refusal: outcome.refusal }
    refresh()
    return undefined
  },
})
