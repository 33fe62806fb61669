'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { formAction } from '@/server/action'
import { nameCity } from './commands/name-city'
import { keepRegionList, writeReadyRegions, writeRegionList } from './commands/write-regions'
import { nameCityInput, readyRegionsInput, regionListInput, writeRegionListInput } from './region-list-input'

/** Where the officer came from. */
const WAY_BACK = { start: '/manage/start', regions: '/manage/roster/regions' } as const

/** A pasted or uploaded list goes to its dry run. */
export const checkRegionListAction = formAction({
  permission: 'regions.write',
  input: regionListInput,
  async run(ctx, given) {
    const outcome = await keepRegionList(ctx, given)
    if (!outcome.ok) return { refusal: outcome.refusal }
    redirect(`/manage/roster/regions/list?from=${given.from}&list=${outcome.value.listId}`)
  },
})

export const writeRegionListAction = formAction({
  permission: 'regions.write',
  input: writeRegionListInput,
  async run(ctx, { from, listId }) {
    const outcome = await writeRegionList(ctx, listId)
    if (!outcome.ok) return { refusal: outcome.refusal }
    redirect(WAY_BACK[from])
  },
})

export const writeReadyRegionsAction = formAction({
  permission: 'regions.write',
  input: readyRegionsInput,
  async run(ctx, { from }) {
    const outcome = await writeReadyRegions(ctx)
    if (!outcome.ok) return { refusal: outcome.refusal }
    redirect(WAY_BACK[from])
  },
})

export const nameCityAction = formAction({
  permission: 'regions.write',
  input: nameCityInput,
  async run(ctx, given) {
    const outcome = await nameCity(ctx, given)
    if (!outcome.ok) return { refusal: outcome.refusal }
    refresh()
    return undefined
  },
})
