'use server'

import { refresh } from 'next/cache'
import { formAction } from '@/server/action'
import type { Outcome } from '@/server/outcome'
import { isRobotUrl } from '@/server/robots/post'
import { addRobot, removeRobot, sayInGroup } from './commands/change-robot'
import { cancelCampaign, composeCampaign } from './commands/compose-campaign'
import { setHolderAddress } from './commands/set-address'
import * as input from './input'

function ran(outcome: Outcome<unknown>) {
  if (outcome.ok) {
    refresh()
    return undefined
  }
  return outcome.detail ? { refusal: outcome.refusal, detail: outcome.detail } : { refusal: outcome.refusal }
}

export const composeCampaignAction = formAction({
  permission: 'message.send',
  input: input.composeCampaignInput,
  run: async (ctx, given) => ran(await composeCampaign(ctx, given)),
})

export const cancelCampaignAction = formAction({
  permission: 'message.send',
  input: input.campaignIdInput,
  run: async (ctx, { campaignId }) => ran(await cancelCampaign(ctx, campaignId)),
})

export const addRobotAction = formAction({
  permission: 'message.send',
  input: input.addRobotInput,
  async run(ctx, given) {
    if (!isRobotUrl(given.kind, given.url)) return { refusal: 'robot-url' }
    return ran(await addRobot(ctx, given))
  },
})

export const removeRobotAction = formAction({
  permission: 'message.send',
  input: input.robotIdInput,
  run: async (ctx, { robotId }) => ran(await removeRobot(ctx, robotId)),
})

export const sayInGroupAction = formAction({
  permission: 'message.send',
  input: input.sayInGroupInput,
  run: async (ctx, given) => ran(await sayInGroup(ctx, given)),
})

export const setHolderAddressAction = formAction({
  permission: 'roster.write',
  input: input.holderAddressInput,
  run: async (ctx, given) => ran(await setHolderAddress(ctx, given)),
})
