'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { formAction } from '@/server/action'
import { shanghaiToday } from '@/server/clock'
import { asksOf } from './asks-of'
import { changeRequirement, changeTrainingRule } from './commands/change-requirements'
import { copyProgramme } from './commands/copy-programme'
import { createProgramme } from './commands/create-programme'
import { freezeProgramme } from './commands/freeze-programme'
import { setClosingDay } from './commands/set-closing-day'
import { setLeague } from './commands/set-league'
import { labBySlug } from '@/server/content/catalog'
import { diagnoseAndLift, USUAL_LABS } from './template'
import * as input from './input'
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

/** Whether areas may be put in the order of people still to serve. */
export const setLeagueAction = formAction({
  permission: 'programme.write',
  input: input.leagueInput,
  async run(ctx, given) {
    const outcome = await setLeague(ctx, given)
    if (!outcome.ok) return { refusal: outcome.refusal }
    redirect(`/manage/programmes/${given.programmeId}?saved=1`)
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

/** What a programme asks changes from a coming day on. */
export const changeRequirementAction = formAction({
  permission: 'programme.write',
  input: input.changeRequirementInput,
  async run(ctx, given) {
    const asks = asksOf(given)
    if (asks === 'bad-subject') return { refusal: asks }
    const { programmeId, fromOn, endsId } = given
    const outcome = await changeRequirement(ctx, { programmeId, fromOn, endsId, asks })
    if (!outcome.ok) return { refusal: outcome.refusal }
    refresh()
    return undefined
  },
})

/** Training is counted by another rule from a coming day on. */
export const changeTrainingRuleAction = formAction({
  permission: 'programme.write',
  input: input.trainingRuleInput,
  async run(ctx, given) {
    const outcome = await changeTrainingRule(ctx, given)
    if (!outcome.ok) return { refusal: outcome.refusal }
    refresh()
    return undefined
  },
})

/** Last year's programme for a new period. */
export const copyProgrammeAction = formAction({
  permission: 'programme.write',
  input: input.copyProgrammeInput,
  async run(ctx, given) {
    const outcome = await copyProgramme(ctx, given)
    if (!outcome.ok) return { refusal: outcome.refusal }
    redirect(`/manage/programmes/${outcome.value.programmeId}`)
  },
})

/** The figures up to a day are settled. */
export const freezeProgrammeAction = formAction({
  permission: 'programme.write',
  input: input.freezeInput,
  async run(ctx, given) {
    const outcome = await freezeProgramme(ctx, given, shanghaiToday())
    if (!outcome.ok) return { refusal: outcome.refusal }
    refresh()
    return undefined
  },
})
