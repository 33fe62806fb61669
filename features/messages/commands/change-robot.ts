import 'server-only'
import { reaches } from '@/domain/permissions/reaches'
import { recordAudit } from '@/server/audit/record'
import type { Context } from '@/server/context'
import { encryptColumn } from '@/server/crypto/column'
import type { Transaction } from '@/server/db/client'
import { newId } from '@/server/db/id'
import { ok, type Outcome, refuse } from '@/server/outcome'
import type { AddRobot } from '../input'

/** Makes a group's robot known to a region; its address and secret are stored encrypted and shown to nobody again. Refuses 'not-found' elsewhere. */
export function addRobot(ctx: Context, given: AddRobot): Promise<Outcome<{ robotId: string }, 'not-found'>> {
  return ctx.transaction(async (tx) => {
    const region = await tx.region.findUnique({ where: { id: given.regionId } })
    if (!region || !reaches(ctx.actor, region.path)) return refuse('not-found')
    const robotId = newId()
    await tx.robot.create({
      data: {
        ...{ id: robotId, regionId: region.id, kind: given.kind, name: given.name, createdById: ctx.actor.personId },
        urlCipher: encryptColumn('robot', given.url),
        secretCipher: given.secret ? encryptColumn('robot', given.secret) : null,
      },
    })
    await recordAudit(tx, ctx, {
      kind: 'robot.changed',
      subjectId: robotId,
      regionPath: region.path,
      detail: { robot: given.kind, added: true },
    })
    return ok({ robotId })
  })
}

/** The robot speaks no more; what it has not said yet is dropped. Refuses 'not-found' elsewhere. */
export function removeRobot(ctx: Context, robotId: string): Promise<Outcome<null, 'not-found'>> {
  return ctx.transaction(async (tx) => {
    const robot = await ownRobot(tx, ctx, robotId)
    if (!robot) return refuse('not-found')
    await tx.robot.update({ where: { id: robotId }, data: { removedAt: new Date() } })
    await recordAudit(tx, ctx, {
      kind: 'robot.changed',
      subjectId: robotId,
      regionPath: robot.path,
      detail: { robot: robot.kind, added: false },
    })
    return ok(null)
  })
}

/** Queues a text for a group; it is said within seconds, at most twenty a minute. Refuses 'not-found' elsewhere. */
export function sayInGroup(
  ctx: Context,
  { robotId, text }: { robotId: string; text: string },
): Promise<Outcome<{ messageId: string }, 'not-found'>> {
  return ctx.transaction(async (tx) => {
    const robot = await ownRobot(tx, ctx, robotId)
    if (!robot) return refuse('not-found')
    const messageId = newId()
    await tx.message.create({
      data: {
        ...{ id: messageId, channel: 'ROBOT', state: 'QUEUED', robotId, body: text },
        createdById: ctx.actor.personId,
      },
    })
    await recordAudit(tx, ctx, { kind: 'robot.spoke', subjectId: robotId, regionPath: robot.path })
    return ok({ messageId })
  })
}

async function ownRobot(tx: Transaction, ctx: Context, robotId: string) {
  const robot = await tx.robot.findUnique({ where: { id: robotId, removedAt: null } })
  const region = robot && (await tx.region.findUnique({ where: { id: robot.regionId } }))
  return robot && region && reaches(ctx.actor, region.path) ? { ...robot, path: region.path } : null
}
