// The sending part of the worker by itself, so that it can be killed as often as wanted: `prepare <people>` gives people addresses and queues two
// campaigns for all of them; `send` sends what is due until it is killed. See bench/mail-loop.
import type { Actor } from '@/domain/permissions/actor'
import { composeCampaign } from '@/features/messages/commands/compose-campaign'
import { deliverOne } from '@/features/messages/commands/deliver'
import { setOwnAddress } from '@/features/messages/commands/set-address'
import { contextOf, systemContext } from '@/server/context'
import { db } from '@/server/db/client'
import { mailTransport } from '@/server/mail/transport'
import { postToRobot } from '@/server/robots/post'

const LEASE_SECONDS = 5
const [part, people = '400'] = process.argv.slice(2)

if (part === 'prepare') await prepare(Number(people))
else await send()

async function prepare(count: number): Promise<void> {
  const programme = await db.programme.findFirstOrThrow({ where: { isDemonstration: true } })
  const region = await db.region.findFirstOrThrow({ where: { kind: 'CITY' } })
  const holders = await db.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT s.holder_id AS id FROM seat_standing s JOIN standing t ON t.entry_id = s.entry_id
    WHERE t.programme_id = ${programme.id}::uuid AND t.leaf_id IS NOT NULL AND s.holder_id IS NOT NULL AND cardinality(s.missing) > 0 LIMIT ${count}`
  const grant = { role: 'OFFICER', regionId: region.id, regionPath: region.path, regionKind: 'CITY' } as const
  const actor: Actor = {
    ...{ personId: holders[0]?.id ?? '', loginId: '', via: 'account', holdingId: null, mfaPending: false },
    grants: [grant],
  }
  for (const { id } of holders)
    await setOwnAddress(contextOf({ ...actor, personId: id }, 'bench'), `${id}@enterprise.example`)
  for (const subject of ['为{企业}准备的{待办}', '再说一遍：{待办}'])
    await composeCampaign(contextOf(actor, 'bench'), {
      ...{ programmeId: programme.id, regionId: region.id, kind: 'ALL', subject, inSeason: true },
      body: '{姓名}您好，还有{待办}可以完成：{链接}',
    })
  process.send?.({ people: holders.length })
  process.disconnect()
}

async function send(): Promise<void> {
  const ctx = systemContext('bench')
  const mail = mailTransport()
  process.send?.('ready')
  for (;;) {
    const ways = {
      send: mail?.send ?? null,
      post: postToRobot,
      leaseSeconds: LEASE_SECONDS,
      allowedAt: (now: Date) => now,
    }
    if (!(await deliverOne(ctx, ways).catch(() => false))) await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
