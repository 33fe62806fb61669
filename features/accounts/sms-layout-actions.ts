'use server'

import { redirect } from 'next/navigation'
import { formAction } from '@/server/action'
import { dropSmsLayout, saveSmsLayout } from './commands/save-sms-layout'
import { draftText, smsLayoutForm, smsRegionInput } from './sms-layout-input'

/** Shows or saves a layout. What is not saved goes back to the page in its address, which shows it with what keeps it from use. */
export const smsLayoutAction = formAction({
  permission: 'links.issue',
  input: smsLayoutForm,
  async run(ctx, { region, intent, layout }) {
    const page = `/manage/links/sheet-layout?region=${encodeURIComponent(region)}`
    const outcome = intent === 'save' ? await saveSmsLayout(ctx, { region, layout }) : null
    redirect(outcome?.ok ? `${page}&saved=1` : `${page}&draft=${draftText(layout)}${outcome ? '&refused=1' : ''}`)
  },
})

/** Follows the region above again. */
export const dropSmsLayoutAction = formAction({
  permission: 'links.issue',
  input: smsRegionInput,
  async run(ctx, { region }) {
    await dropSmsLayout(ctx, region)
    redirect(`/manage/links/sheet-layout?region=${encodeURIComponent(region)}`)
  },
})
