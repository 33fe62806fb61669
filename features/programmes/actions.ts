'use server'

import { redirect } from 'next/navigation'
import { formAction } from '@/server/action'
import { createProgramme } from './commands/create-programme'
import { setClosingDay } from './commands/set-closing-day'
import { labBySlug } from '@/server/content/catalog'
import { diagnoseAndLift, USUAL_LABS } from './template'
import { closingDayInput, createProgrammeInput } from './input'

/** Creates a programme from the template “诊断+提升” and goes to its empty page, where the roster is imported next. */
export const createProgrammeAction = formAction({
  permission: 'programme.write',
  input: createProgrammeInput,
  async run(ctx, input) {
    const labs = input.labs ?? USUAL_LABS
    if (labs.some(({ slug }) => !labBySlug(slug))) return { refusal: 'bad-labs' }
    const wanted = { ...input, template: diagnoseAndLift(labs) }
    const outcome = await ctx.transaction((tx) => createProgramme(tx, ctx, wanted))
    if (!outcome.ok) return { refusal: outcome.refusal }
    redirect('/manage')
  },
})

/** Sets the closing day of a programme and until when both training rules are shown. */
export const setClosingDayAction = formAction({
  permission: 'programme.write',
  input: closingDayInput,
  async run(ctx, input) {
    const outcome = await setClosingDay(ctx, input)
    if (!outcome.ok) return { refusal: outcome.refusal }
    redirect(`/manage/programmes/${input.programmeId}?saved=1`)
  },
})
