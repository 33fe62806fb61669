import 'server-only'
import { nextAllowed } from '@/domain/messages/quiet'
import { reaches } from '@/domain/permissions/reaches'
import { recordAudit } from '@/server/audit/record'
import { databaseNow } from '@/server/clock'
import type { Context } from '@/server/context'
import { newId } from '@/server/db/id'
import { ok, type Outcome, refuse } from '@/server/outcome'
import type { ComposeCampaign } from '../input'
import { countReceivers, type ReceiverCounts, receivers } from '../queries/receivers'

/**
 * Queues one mail for each holder of a seat in a region who still has something open, has an address and whose budget is not spent; the wording is filled
 * in when it is sent. Refuses 'not-found' for a region elsewhere, 'nobody' when nobody would get it (with why, per reason).
 */
export function composeCampaign(
  ctx: Context,
  given: ComposeCampaign,
): Promise<Outcome<{ campaignId: string; counts: ReceiverCounts }, 'not-found' | 'nobody'>> {
  return ctx.transaction(async (tx) => {
    const { programmeId, regionId, kind, subject, body, inSeason } = given
    const found = await receivers(tx, ctx.actor, { programmeId, regionId, kind })
    if (!found || !(await tx.programme.findUnique({ where: { id: programmeId } }))) return refuse('not-found')
    const counts = countReceivers(found)
    if (counts.reached === 0) return refuse('nobody', { ...counts, noAddress: counts['no-address'] })
    const campaignId = newId()
    await tx.campaign.create({
      data: { id: campaignId, programmeId, regionId, subject, body, inSeason, createdById: ctx.actor.personId },
    })
    const notBefore = nextAllowed(await databaseNow(tx), { inSeason })
    await tx.message.createMany({
      data: found
        .filter(({ leftOut }) => leftOut === null)
        .map(({ holdingId, personId, entryId }) => ({
          ...{ id: newId(), channel: 'EMAIL' as const, state: 'QUEUED' as const, campaignId },
          ...{ holdingId, personId, entryId, notBefore, dueAt: notBefore, createdById: ctx.actor.personId },
        })),
    })
    await recordAudit(tx, ctx, {
      kind: 'campaign.composed',
      subjectId: campaignId,
      detail: { regionId, receivers: counts.reached },
    })
    return ok({ campaignId, counts })
  })
}

/** Stops what of a campaign is not sent yet. Refuses 'not-found' for one elsewhere, and when nothing waits any more. */
export function cancelCampaign(ctx: Context, campaignId: string): Promise<Outcome<{ dropped: number }, 'not-found'>> {
  return ctx.transaction(async (tx) => {
    const campaign = await tx.campaign.findUnique({ where: { id: campaignId } })
    const region = campaign && (await tx.region.findUnique({ where: { id: campaign.regionId } }))
    if (!campaign || !region || !reaches(ctx.actor, region.path)) return refuse('not-found')
    const { count } = await tx.message.updateMany({
      where: { campaignId, state: 'QUEUED' },
      data: { state: 'DROPPED', reason: 'cancelled', settledAt: new Date() },
    })
    if (count === 0) return refuse('not-found')
    await tx.campaign.update({ where: { id: campaignId }, data: { cancelledAt: new Date() } })
    await recordAudit(tx, ctx, { kind: 'campaign.cancelled', subjectId: campaignId, detail: { dropped: count } })
    return ok({ dropped: count })
  })
}
