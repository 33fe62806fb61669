'use server'

import { redirect } from 'next/navigation'
import { addDays } from '@/domain/calendar/day'
import { formAction } from '@/server/action'
import { createProgramme } from './commands/create-programme'
import { createProgrammeInput } from './input'

/** Creates a programme from the template “诊断+提升” and goes to its empty page, where the roster is imported next. */
export const createProgrammeAction = formAction({
  permission: 'programme.write',
  input: createProgrammeInput,
  async run(ctx, { name, fromOn, lastOn }) {
    const toOn = addDays(lastOn, 1)
    const outcome = await ctx.transaction((tx) => createProgramme(tx, ctx, { name, fromOn, toOn }))
    if (!outcome.ok) return { refusal: outcome.refusal }
    redirect('/manage')
  },
})
