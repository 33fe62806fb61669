import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seededRandom } from '@/domain/labs/seeded-random'
import { candidatesFor } from '@/domain/matching/candidates'
import { enterpriseKeys } from '@/domain/matching/enterprise-keys'
import type { MatchAlias, MatchEntry } from '@/domain/matching/match'
import { matchEnterprise } from '@/domain/matching/match-enterprise'
import { matchRow } from '@/domain/matching/match-row'
import { personKey } from '@/domain/matching/person-key'
import { rosterIndex } from '@/domain/matching/roster-index'
import { spellingOf } from '@/server/matching/spelling'
import { damagedRows } from './damaged-rows'
import { inventedRoster, LIKE_GROUPS, oneOf, PLACES } from './invented-roster'

const spelling = spellingOf([
  { kind: 'CITY', code: '3302', name: '宁波市' },
  { kind: 'COUNTY', code: '330212', name: '鄞州区' },
])
const piece = fc.constantFrom(
  ...PLACES,
  ...LIKE_GROUPS,
  '（',
  '）',
  '(宁波)',
  '有限',
  '责任',
  '股份',
  '公司',
  '有限公司',
  '市',
  '示例',
  '·',
  ' ',
  '寧',
  '張',
  'ＡＢ',
  'c',
)
const name = fc.oneof(
  fc.array(piece, { maxLength: 9 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'grapheme' }),
)

describe('keys', () => {
  it('of a key are the key itself', () => {
    fc.assert(
      fc.property(name, (text) => {
        const { strict, core } = enterpriseKeys(text, spelling)
        expect(enterpriseKeys(strict, spelling).strict).toBe(strict)
        expect(enterpriseKeys(core, spelling).core).toBe(core)
        const key = personKey(text, spelling)
        expect(personKey(key, spelling)).toBe(key)
      }),
      { numRuns: 2000 },
    )
  })

  it('that are equal by the whole name are equal by its core', () => {
    fc.assert(
      fc.property(name, (text) => {
        const { strict } = enterpriseKeys(text, spelling)
        const again = enterpriseKeys(text.replace(/[ ·]/g, ''), spelling)
        expect(again.strict).toBe(strict)
      }),
    )
  })
})

/** A small roster with everything that confuses, rows about it, and what officers may have decided. */
const world = fc.string({ minLength: 1, maxLength: 8 }).map((seed) => {
  const random = seededRandom(seed)
  const roster = inventedRoster(random, 60)
  const rows = damagedRows(random, roster, spelling, 40)
  const aliases = rows.slice(0, 8).flatMap(({ request, personId }): MatchAlias[] => {
    const { enterpriseId } = oneOf(random, roster.entries)
    const enterpriseKey = enterpriseKeys(request.enterprise ?? '', spelling).strict
    const isAboutPerson = request.person !== null && random.chance(50)
    return [
      {
        enterpriseKey,
        personKey: isAboutPerson ? personKey(request.person ?? '', spelling) : '',
        enterpriseId,
        personId: isAboutPerson ? personId : null,
      },
    ]
  })
  return { entries: roster.entries, rows, aliases, random }
})

const shuffledEntries = (entries: readonly MatchEntry[], random: ReturnType<typeof seededRandom>) =>
  random
    .sample(entries, entries.length)
    .map((entry) => ({ ...entry, holders: random.sample(entry.holders, entry.holders.length) }))

describe('matching', () => {
  it('does not depend on the order of the roster or of the decisions', () => {
    fc.assert(
      fc.property(world, ({ entries, rows, aliases, random }) => {
        const index = rosterIndex(entries, aliases, spelling)
        const other = rosterIndex(shuffledEntries(entries, random), random.sample(aliases, aliases.length), spelling)
        for (const { request } of rows) {
          expect(matchRow(other, request)).toEqual(matchRow(index, request))
          expect(matchEnterprise(other, request)).toEqual(matchEnterprise(index, request))
          expect(candidatesFor(other, request, 5)).toEqual(candidatesFor(index, request, 5))
        }
      }),
      { numRuns: 25 },
    )
  })

  it("never takes anybody for being like: a match has the person's own number, their very name, or a decision", () => {
    fc.assert(
      fc.property(world, ({ entries, rows, aliases }) => {
        const index = rosterIndex(entries, aliases, spelling)
        for (const { request } of rows) {
          const match = matchRow(index, request)
          if (match.kind !== 'matched' || match.by === 'alias') continue
          const holder = index.byEntryId
            .get(match.entryId)
            ?.holders.find((one) => one.holder.personId === match.personId)
          const isOwnNumber = request.mobileKey !== null && holder?.holder.mobileKey === request.mobileKey
          const isOwnName = request.person !== null && holder?.key === personKey(request.person, spelling)
          expect(request.person === null ? isOwnNumber : isOwnName).toBe(true)
        }
      }),
      { numRuns: 25 },
    )
  })

  it('never finds an enterprise by a name that is only like its own', () => {
    fc.assert(
      fc.property(world, ({ entries, rows }) => {
        const index = rosterIndex(entries, [], spelling)
        for (const { request } of rows) {
          const match = matchEnterprise(index, { uscc: null, enterprise: request.enterprise })
          if (match.kind !== 'matched') continue
          const entry = index.byEntryId.get(match.entryId)
          const keys = enterpriseKeys(request.enterprise ?? '', spelling)
          expect([entry?.name.strict, entry?.name.core]).toContainEqual(
            keys.strict === entry?.name.strict ? keys.strict : keys.core,
          )
        }
      }),
      { numRuns: 25 },
    )
  })
})
