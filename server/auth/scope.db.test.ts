import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor, Grant } from '@/domain/permissions/actor'
import {
  askerPaths,
  decidesRoster,
  mayRead,
  officerPaths,
  reaches,
  reachesToAsk,
  readerPaths,
  seesPersonsInFull,
} from '@/domain/permissions/reaches'
import { db } from '@/server/db/client'
import { newId } from '@/server/db/id'
import { useDatabase } from '@/tests/support/database'
import { askerPatterns, readPatterns, readScope, regionScope, scopePatterns } from './scope'

useDatabase()

// Codes that are prefixes of one another, so that a subtree by text must not swallow a neighbour: "33" and "330".
const CODES = ['33', '330', '3302', '33021', 'A', 'AB', 'ABC', 'Z1', 'Z11', 'Z111']
const regions: { id: string; path: string }[] = []

async function grow(parent: { id: string; path: string } | null, code: string) {
  const region = { id: newId(), path: `${parent?.path ?? ''}${code}.` }
  await db.region.create({ data: { ...region, parentId: parent?.id ?? null, kind: 'TOWNSHIP', code, name: code } })
  regions.push(region)
  return region
}

beforeAll(async () => {
  const root = await grow(null, 'R')
  for (const code of CODES) {
    const region = await grow(root, code)
    for (const below of ['1', '11', '2']) await grow(region, `${code}-${below}`)
  }
})

const grant = fc.record({
  role: fc.constantFrom('OFFICER' as const, 'AUDITOR' as const, 'LECTURER' as const, 'AUTHOR' as const),
  no: fc.nat(CODES.length * 4),
})
const actor = fc.record({
  grants: fc.array(grant, { maxLength: 3 }),
  via: fc.constantFrom('account' as const, 'link' as const),
  mfaPending: fc.boolean(),
})

function actorFrom(drawn: {
  grants: { role: Grant['role']; no: number }[]
  via: Actor['via']
  mfaPending: boolean
}): Actor {
  const grants = drawn.grants.map(({ role, no }) => {
    const region = regions[no]
    return { role, regionId: region?.id ?? null, regionPath: region?.path ?? null, regionKind: 'TOWNSHIP' as const }
  })
  return { personId: newId(), loginId: newId(), via: drawn.via, holdingId: null, grants, mfaPending: drawn.mfaPending }
}

describe('scope', () => {
  it('finds by query exactly the regions that the rule reaches, for any actor', async () => {
    await fc.assert(
      fc.asyncProperty(actor, async (drawn) => {
        const someone = actorFrom(drawn)
        const found = await db.region.findMany({ where: { AND: [{ kind: 'TOWNSHIP' }, regionScope(someone)] } })
        const reached = regions.filter((region) => reaches(someone, region.path))
        expect(found.map((region) => region.path).sort()).toEqual(reached.map((region) => region.path).sort())
      }),
      { numRuns: 60 },
    )
  })

  it('finds for whoever may look exactly the regions that the rule lets them read, for any actor', async () => {
    await fc.assert(
      fc.asyncProperty(actor, async (drawn) => {
        const someone = actorFrom(drawn)
        const found = await db.region.findMany({ where: { AND: [{ kind: 'TOWNSHIP' }, readScope(someone)] } })
        const likewise = await db.$queryRaw<{ path: string }[]>`
          SELECT path FROM region WHERE path LIKE ANY (${readPatterns(someone)})`
        const read = regions.map((region) => region.path).filter((path) => mayRead(someone, path))
        expect(found.map((region) => region.path).sort()).toEqual(read.sort())
        expect(likewise.map((region) => region.path).sort()).toEqual(read)
      }),
      { numRuns: 60 },
    )
  })

  it('gives an auditor nothing to write in, to decide or to see in full, whatever else they hold', async () => {
    fc.assert(
      fc.property(actor, (drawn) => {
        const audits = drawn.grants.map((each) => ({ ...each, role: 'AUDITOR' as const }))
        const [both, without] = [{ ...drawn, grants: [...audits, ...drawn.grants] }, drawn].map(actorFrom) as [
          Actor,
          Actor,
        ]
        expect(officerPaths(both)).toEqual(officerPaths(without))
        expect(askerPaths(both)).toEqual(askerPaths(without))
        expect(scopePatterns(both)).toEqual(scopePatterns(without))
        for (const { path } of regions) {
          expect(decidesRoster(both, path)).toBe(decidesRoster(without, path))
          expect(seesPersonsInFull(both, path)).toBe(seesPersonsInFull(without, path))
        }
        // An officer's pages begin where they are an officer.
        const own = officerPaths(both)
        expect(readerPaths(both).slice(0, own.length)).toEqual(own)
      }),
    )
  })

  it('finds for whoever asks in person exactly the regions that the rule reaches, for any actor', async () => {
    await fc.assert(
      fc.asyncProperty(actor, async (drawn) => {
        const someone = actorFrom(drawn)
        const found = await db.$queryRaw<{ path: string }[]>`
          SELECT path FROM region WHERE path LIKE ANY (${askerPatterns(someone)})`
        const reached = regions.filter((region) => reachesToAsk(someone, region.path))
        expect(found.map((region) => region.path).sort()).toEqual(reached.map((region) => region.path).sort())
      }),
      { numRuns: 60 },
    )
  })

  it('is empty for somebody without a grant, for a link and before the second factor', async () => {
    const whole = [{ role: 'OFFICER' as const, no: 0 }]
    for (const drawn of [
      { grants: [], via: 'account' as const, mfaPending: false },
      { grants: whole, via: 'link' as const, mfaPending: false },
      { grants: whole, via: 'account' as const, mfaPending: true },
    ]) {
      expect(await db.region.count({ where: { AND: [{}, regionScope(actorFrom(drawn))] } })).toBe(0)
      expect(askerPatterns(actorFrom(drawn))).toEqual([])
      expect(readPatterns(actorFrom(drawn))).toEqual([])
    }
  })
})
