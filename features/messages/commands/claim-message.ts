import 'server-only'
import { GIVEN_UP_AFTER_HOURS, ROBOT_PER_MINUTE } from '@/domain/messages/budget'
import type { Transaction } from '@/server/db/client'

export type Claimed = {
  id: string
  channel: 'EMAIL' | 'ROBOT'
  campaignId: string | null
  personId: string | null
  holdingId: string | null
  robotId: string | null
  body: string | null
  tries: number
  inSeason: boolean
  /** By the database's clock. */
  now: Date
}

/** How long a worker that took a message is waited for before another takes it. */
export const LEASE_SECONDS = 300

/**
 * Takes the message that is due longest, for this worker alone: queued ones, and those whose worker was lost. A robot that has spoken twenty times within a
 * minute rests. Undefined when nothing is due.
 */
export async function claimMessage(
  tx: Transaction,
  asked: { channels: readonly Claimed['channel'][]; leaseSeconds: number },
): Promise<Claimed | undefined> {
  const [claimed] = await tx.$queryRaw<Claimed[]>`
    UPDATE message m SET state = 'SENDING', claimed_at = clock_timestamp(), tries = m.tries + 1
    FROM (SELECT m.id, c.in_season FROM message m LEFT JOIN campaign c ON c.id = m.campaign_id
      WHERE m.channel = ANY (${[...asked.channels]}::message_channel[])
        AND (m.state = 'QUEUED' AND m.not_before <= clock_timestamp()
          OR m.state = 'SENDING' AND m.claimed_at < clock_timestamp() - make_interval(secs => ${asked.leaseSeconds}::int))
        AND (m.robot_id IS NULL OR (SELECT count(*) FROM message o WHERE o.robot_id = m.robot_id AND o.state IN ('SENDING', 'SENT')
          AND o.claimed_at > clock_timestamp() - interval '1 minute') < ${ROBOT_PER_MINUTE})
      ORDER BY m.not_before, m.id LIMIT 1 FOR UPDATE OF m SKIP LOCKED) due
    WHERE m.id = due.id
    RETURNING m.id, m.channel, m.campaign_id AS "campaignId", m.person_id AS "personId", m.holding_id AS "holdingId", m.robot_id AS "robotId",
      m.body, m.tries, coalesce(due.in_season, true) AS "inSeason", clock_timestamp() AS now`
  return claimed
}

/** Gives up what has waited three days: it would no longer be news. Answers how many. */
export async function giveUpOld(tx: Transaction): Promise<number> {
  return tx.$executeRaw`
    UPDATE message SET state = 'FAILED', reason = 'too-old', settled_at = clock_timestamp()
    WHERE state = 'QUEUED' AND due_at < clock_timestamp() - make_interval(hours => ${GIVEN_UP_AFTER_HOURS})`
}
