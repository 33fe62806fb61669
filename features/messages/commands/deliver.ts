import 'server-only'
import { retryAfterSeconds } from '@/domain/messages/budget'
import { nextAllowed } from '@/domain/messages/quiet'
import type { SystemContext } from '@/server/context'
import { decryptColumn } from '@/server/crypto/column'
import type { Transaction } from '@/server/db/client'
import { type Mail, type SendMail, mailTransport } from '@/server/mail/transport'
import { type PostToRobot, postToRobot, type RobotPost } from '@/server/robots/post'
import { type Claimed, claimMessage, giveUpOld, LEASE_SECONDS } from './claim-message'
import { mailToSend } from './mail-to-send'

/** How messages leave the house. `send` null: no mail server is set, and mail waits. */
export type Ways = {
  send: SendMail | null
  post: PostToRobot
  leaseSeconds?: number
  allowedAt?: (now: Date, options: { inSeason: boolean }) => Date
}

type Parcel = { mail: Mail } | { robot: RobotPost } | null

/**
 * Sends one message that is due. Taken and looked at in one transaction, sent outside of any, settled in another: a worker that is killed between leaves it
 * "being sent", and it is sent again after the lease — so nobody is forgotten, and a kill costs at most one copy. False when nothing was due.
 */
export async function deliverOne(ctx: SystemContext, ways: Ways): Promise<boolean> {
  const channels: Claimed['channel'][] = ways.send ? ['EMAIL', 'ROBOT'] : ['ROBOT']
  const taken = await ctx.transaction(async (tx) => {
    const claimed = await claimMessage(tx, { channels, leaseSeconds: ways.leaseSeconds ?? LEASE_SECONDS })
    return claimed && { claimed, parcel: await parcelOf(tx, claimed, ways) }
  })
  if (!taken) return false
  const { claimed, parcel } = taken
  if (!parcel) return true
  const outcome =
    'mail' in parcel
      ? await (ways.send?.(parcel.mail) ?? { sent: false as const, later: true, reason: 'no-connection' })
      : await ways.post(parcel.robot)
  await ctx.transaction((tx) => settle(tx, claimed, outcome))
  return true
}

/** What is to be sent; null when the message was settled or put off instead. */
async function parcelOf(tx: Transaction, claimed: Claimed, ways: Ways): Promise<Parcel> {
  if (claimed.channel === 'ROBOT') {
    const robot = await tx.robot.findUnique({ where: { id: claimed.robotId ?? '', removedAt: null } })
    if (!robot || claimed.body === null) return dropped(tx, claimed, 'cancelled')
    const secret = robot.secretCipher ? decryptColumn('robot', robot.secretCipher) : null
    return { robot: { kind: robot.kind, url: decryptColumn('robot', robot.urlCipher), secret, text: claimed.body } }
  }
  const allowed = (ways.allowedAt ?? nextAllowed)(claimed.now, { inSeason: claimed.inSeason })
  if (allowed > claimed.now) {
    // A try that fell into the night is none.
    await tx.message.update({
      where: { id: claimed.id },
      data: { state: 'QUEUED', notBefore: allowed, claimedAt: null, tries: claimed.tries - 1 },
    })
    return null
  }
  const mail = await mailToSend(tx, claimed)
  return 'dropped' in mail ? dropped(tx, claimed, mail.dropped) : { mail }
}

async function dropped(tx: Transaction, { id }: Claimed, reason: string): Promise<null> {
  await tx.message.update({ where: { id }, data: { state: 'DROPPED', reason, settledAt: new Date() } })
  return null
}

/** Writes down what came of it; nothing when another worker has taken the message since. */
async function settle(
  tx: Transaction,
  { id, tries }: Claimed,
  outcome: { sent: true } | { sent: false; later: boolean; reason: string },
): Promise<void> {
  const own = { id, state: 'SENDING' as const, tries }
  if (outcome.sent) {
    await tx.$executeRaw`UPDATE message SET state = 'SENT', reason = NULL, settled_at = clock_timestamp()
      WHERE id = ${id}::uuid AND state = 'SENDING' AND tries = ${tries}`
    return
  }
  const { reason } = outcome
  if (!outcome.later) {
    await tx.message.updateMany({ where: own, data: { state: 'FAILED', reason, settledAt: new Date() } })
    return
  }
  await tx.$executeRaw`UPDATE message SET state = 'QUEUED', reason = ${reason}, claimed_at = NULL,
      not_before = clock_timestamp() + make_interval(secs => ${retryAfterSeconds(tries)}::int)
    WHERE id = ${id}::uuid AND state = 'SENDING' AND tries = ${tries}`
}

/** No more at a time, so that a stopping worker is not waited for. */
const A_TURN = 50

/** What the worker does every few seconds: gives up what is too old, then sends what is due. */
export async function deliverDue(ctx: SystemContext): Promise<void> {
  await ctx.transaction(giveUpOld)
  const mail = mailTransport()
  try {
    for (let sent = 0; sent < A_TURN; sent++)
      if (!(await deliverOne(ctx, { send: mail?.send ?? null, post: postToRobot }))) return
  } finally {
    mail?.close()
  }
}
