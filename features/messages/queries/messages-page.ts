import 'server-only'
import type { Actor } from '@/domain/permissions/actor'
import { scopePatterns } from '@/server/auth/scope'
import { pool } from '@/server/db/client'

export type CampaignLine = {
  campaignId: string
  subject: string
  place: string
  createdAt: Date
  by: string | null
  queued: number
  sent: number
  failed: number
  dropped: number
}
export type RobotLine = {
  robotId: string
  kind: 'WECOM' | 'DINGTALK' | 'FEISHU'
  name: string
  place: string
  queued: number
  sent: number
  failed: number
}
export type MessagesPage = {
  campaigns: CampaignLine[]
  robots: RobotLine[]
  regions: { id: string; name: string; depth: number }[]
  /** Mails of the officer's area that wait, and the first instant at which the earliest may go out. */
  backlog: { waiting: number; from: Date | null }
}

/** What was written from the officer's area, newest first, at most fifty; its robots; where one may write. */
export async function messagesPage(actor: Actor, programmeId: string): Promise<MessagesPage> {
  const scope = scopePatterns(actor)
  const states = (of: string) => `
    count(m.id) FILTER (WHERE m.state IN ('QUEUED', 'SENDING'))::int AS queued, count(m.id) FILTER (WHERE m.state = 'SENT')::int AS sent,
    count(m.id) FILTER (WHERE m.state = 'FAILED')::int AS failed${of}`
  const [campaigns, robots, regions, backlog] = await Promise.all([
    pool.query<CampaignLine>(
      `SELECT c.id AS "campaignId", c.subject, r.name AS place, c.created_at AS "createdAt", p.name AS by,
         ${states(`, count(m.id) FILTER (WHERE m.state = 'DROPPED')::int AS dropped`)}
       FROM campaign c JOIN region r ON r.id = c.region_id LEFT JOIN person p ON p.id = c.created_by_id LEFT JOIN message m ON m.campaign_id = c.id
       WHERE c.programme_id = $1 AND r.path LIKE ANY ($2::text[]) GROUP BY c.id, r.id, p.id ORDER BY c.created_at DESC LIMIT 50`,
      [programmeId, scope],
    ),
    pool.query<RobotLine>(
      `SELECT b.id AS "robotId", b.kind, b.name, r.name AS place, ${states('')}
       FROM robot b JOIN region r ON r.id = b.region_id LEFT JOIN message m ON m.robot_id = b.id
       WHERE b.removed_at IS NULL AND r.path LIKE ANY ($1::text[]) GROUP BY b.id, r.id ORDER BY b.created_at`,
      [scope],
    ),
    pool.query<{ id: string; name: string; path: string }>(
      `SELECT id, name, path FROM region WHERE closed_on IS NULL AND path LIKE ANY ($1::text[]) ORDER BY path`,
      [scope],
    ),
    pool.query<{ waiting: number; from: Date | null }>(
      `SELECT count(*)::int AS waiting, min(m.not_before) AS "from" FROM message m JOIN campaign c ON c.id = m.campaign_id
       JOIN region r ON r.id = c.region_id WHERE m.state IN ('QUEUED', 'SENDING') AND r.path LIKE ANY ($1::text[])`,
      [scope],
    ),
  ])
  const depthOf = (path: string) => path.split('.').length
  const top = Math.min(...regions.rows.map(({ path }) => depthOf(path)))
  return {
    campaigns: campaigns.rows,
    robots: robots.rows,
    regions: regions.rows.map(({ id, name, path }) => ({ id, name, depth: depthOf(path) - top })),
    backlog: backlog.rows[0] ?? { waiting: 0, from: null },
  }
}
