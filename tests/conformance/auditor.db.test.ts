import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/domain/permissions/actor'
import { auditList } from '@/features/audit/queries/audit-list'
import { auditViewInput } from '@/features/audit/view'
import { listInput, viewInput } from '@/features/rates/input'
import { areaPage } from '@/features/rates/queries/area-page'
import { entryStanding } from '@/features/rates/queries/entry-standing'
import { listPage } from '@/features/rates/queries/list-page'
import { unmaskPersons } from '@/features/roster/commands/unmask-persons'
import { entryPage } from '@/features/roster/queries/entry-page'
import { proposals } from '@/features/roster/queries/proposals'
import { rosterPage } from '@/features/roster/queries/roster-page'
import { rosterViewInput } from '@/features/roster/view'
import { restandMany } from '@/features/standing/commands/restand-many'
import type { Context } from '@/server/context'
import { db } from '@/server/db/client'
import { newId } from '@/server/db/id'
import { signedIn } from '@/tests/cast/contexts'
import { officer, PASSWORDS, smallCounty } from '@/tests/cast/small-county'
import { useDatabase } from '@/tests/support/database'

useDatabase()
let cast: Awaited<ReturnType<typeof smallCounty>>
/** Audits the township itself, where an officer would see everybody in full. */
let auditor: Context & { actor: Actor }

beforeAll(async () => {
  cast = await smallCounty()
  await db.$transaction((tx) => restandMany(tx, [cast.here.entryId, cast.there.entryId]))
  const someone = await officer('卢审', 'lu.audit', PASSWORDS.county, cast.town.id)
  await db.officerGrant.update({ where: { id: someone.grantId }, data: { role: 'AUDITOR' } })
  auditor = await signedIn(someone.personId)
  await db.auditEvent.create({
    data: {
      id: newId(),
      kind: 'visit.answered',
      actorId: cast.here.head.personId,
      subjectId: cast.here.entryId,
      regionPath: cast.town.path,
    },
  })
})

describe('an auditor', () => {
  it('reads the rates of the area and the list behind them, and nothing of the area beside', async () => {
    const area = await areaPage(auditor.actor, 'T33A1', viewInput.parse({ roster: 'all' }))
    expect(area?.total.entries).toBe(1)
    expect(area?.region.ancestors).toEqual([])
    expect(await areaPage(auditor.actor, 'T33B1', viewInput.parse({}))).toBeNull()
    expect(await areaPage(auditor.actor, 'T33A', viewInput.parse({}))).toBeNull()
    const list = await listPage(auditor.actor, 'awareness', listInput.parse({ roster: 'all', state: 'all' }))
    expect(list?.region.code).toBe('T33A1')
    expect(list?.whole).toBe(list?.rows.length)
    expect(JSON.stringify(list)).not.toMatch(/王芳|李强/)
    expect(await listPage(auditor.actor, 'awareness', listInput.parse({ region: 'T33B1' }))).toBeNull()
  })

  it('reads the roster with names and mobiles masked, also at the leaf, and has nothing to write', async () => {
    const { rows } = await rosterPage(auditor.actor, cast.programme.id, rosterViewInput.parse({}))
    expect(rows.map(({ name, head }) => [name, head])).toEqual([['示例·甬江机械', '王*']])
    const entry = await entryPage(auditor.actor, cast.here.entryId)
    expect(entry).toMatchObject({ isFull: false, mayWrite: false, decidesRoster: false })
    expect(entry?.seats.map(({ holder }) => [holder?.name, holder?.mobile])).toEqual([
      ['王*', '138****8001'],
      ['李*', '138****8002'],
    ])
    expect(JSON.stringify(await entryStanding(auditor.actor, cast.here.entryId))).not.toMatch(/王芳|李强/)
    expect(await proposals(auditor.actor, { entryId: cast.here.entryId })).toEqual([])
    expect(await entryPage(auditor.actor, cast.there.entryId)).toBeNull()
  })

  it('reads the trail, people of enterprises masked', async () => {
    const { lines } = await auditList(auditor.actor, auditViewInput.parse({ kind: 'visit.answered' }))
    expect(lines.map(({ actorName, subject }) => [actorName, subject?.label])).toEqual([['王*', '示例·甬江机械']])
  })

  it('unmasks nobody, with whatever reason', async () => {
    const before = await db.auditEvent.count()
    const outcome = await unmaskPersons(auditor, { entryId: cast.here.entryId, reason: '核对审计线索' })
    expect(outcome).toEqual({ ok: false, refusal: 'not-found' })
    expect(await db.auditEvent.count()).toBe(before)
  })
})
