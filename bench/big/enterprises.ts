import { addDays, type Day } from '@/domain/calendar/day'
import { seededRandom } from '@/domain/labs/seeded-random'
import { nameBigrams } from '@/domain/roster/name-search'
import { makeUscc } from '@/domain/roster/uscc'
import { personPinyinKey, pinyinKey } from '@/features/roster/pinyin-key'
import { BRAND_FIRST, BRAND_SECOND, GIVEN_NAMES, LEGAL_FORMS, SURNAMES, TRADES } from '@/prisma/seed/words'
import { columnOfDay } from '@/server/db/day'
import { newId } from '@/server/db/id'
import type { BigRegion } from './regions'

type Row = Record<string, unknown>
export type Tables = Record<
  'enterprise' | 'enterprise_name' | 'person' | 'roster_entry' | 'entry_placement' | 'seat' | 'holding' | 'completion',
  Row[]
>

/** What the programme asks, and how many of a hundred have done it. */
const DONE = {
  HEAD: {
    percent: 60,
    subjects: [
      ['COURSE', 'jiajikouchu'],
      ['EXAM', 'jiajikouchu-ceyice'],
    ],
  },
  CLERK: {
    percent: 40,
    subjects: [
      ['COURSE', 'guiji-fuzhuzhang'],
      ['EXAM', 'guiji-fuzhuzhang-ceping'],
      ['LAB', 'qita-xiane'],
    ],
  },
} as const
const KEY_PERCENT = 30
const VACANT_PERCENT = 4

/**
 * Rows of invented enterprises of one leaf with their people: a head each, one clerk or two, a few seats vacant, what was completed spread over the last
 * sixty days. Nobody has a mobile. Equal numbers give equal enterprises, but for the ids.
 *
 * @param numbers numbers of the enterprises over the whole country; each is used once
 */
export function bigEnterprises(about: {
  leaf: BigRegion
  numbers: readonly number[]
  programmeId: string
  fromOn: Day
  today: Day
}): { tables: Tables; entryIds: string[] } {
  const { leaf, programmeId, today } = about
  const tables: Tables = {
    enterprise: [],
    enterprise_name: [],
    person: [],
    roster_entry: [],
    entry_placement: [],
    seat: [],
    holding: [],
    completion: [],
  }
  const from = { fromOn: columnOfDay(about.fromOn) }
  const entryIds: string[] = []
  for (const number of about.numbers) {
    const random = seededRandom(`big ${number}`)
    const [enterpriseId, entryId] = [newId(), newId()]
    entryIds.push(entryId)
    const [trade, industry] = random.pick(TRADES)
    const name = `示例·${random.pick(BRAND_FIRST)}${random.pick(BRAND_SECOND)}${trade}${number}号${random.pick(LEGAL_FORMS)}`
    tables.enterprise.push({ id: enterpriseId, uscc: makeUscc(leaf.code.slice(0, 6), number) })
    tables.enterprise_name.push({
      id: newId(),
      enterpriseId,
      name,
      industry,
      pinyinKey: pinyinKey(name),
      bigrams: nameBigrams(name),
      ...from,
    })
    tables.roster_entry.push({ id: entryId, enterpriseId, programmeId })
    tables.entry_placement.push({ id: newId(), entryId, leafId: leaf.id, isKey: random.chance(KEY_PERCENT), ...from })
    const kinds = ['HEAD', 'CLERK', ...(random.chance(50) ? (['CLERK'] as const) : [])] as const
    for (const kind of kinds) {
      const seatId = newId()
      tables.seat.push({ id: seatId, entryId, kind, ...from })
      if (random.chance(VACANT_PERCENT)) continue
      const personId = newId()
      const person = `${random.pick(SURNAMES)}${random.pick(GIVEN_NAMES)}`
      tables.person.push({ id: personId, name: person, pinyinKey: keyOf(person), mobileSource: '虚构' })
      tables.holding.push({ id: newId(), seatId, personId, ...from })
      if (!random.chance(DONE[kind].percent)) continue
      const happenedOn = columnOfDay(addDays(today, -random.between(0, 60)))
      for (const [subjectKind, slug] of DONE[kind].subjects) {
        const id = newId()
        tables.completion.push({
          id,
          personId,
          subjectKind,
          slug,
          contentVersion: 1,
          happenedOn,
          evidence: 'ONLINE',
          sourceKey: `big:${id}`,
        })
      }
    }
  }
  return { tables, entryIds }
}

const keys = new Map<string, string>()
/** The same few thousand names come again and again. */
function keyOf(name: string): string {
  const known = keys.get(name)
  if (known !== undefined) return known
  const key = personPinyinKey(name)
  keys.set(name, key)
  return key
}
