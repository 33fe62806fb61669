import { addDays, type Day } from '@/domain/calendar/day'
import type { CompletionFact, EntryFacts, RequirementFact } from '@/domain/rates/entry-facts'
import { columnOfDay } from '@/server/db/day'
import type { Transaction } from '@/server/db/client'
import { newId } from '@/server/db/id'

/** A city, two counties and two townships under each, as rows; returns the townships' ids. */
export async function writeRegions(tx: Transaction): Promise<string[]> {
  const city = await writeRegion(tx, null, '', '3302', 'CITY')
  const leaves: string[] = []
  for (const county of ['330203', '330212']) {
    const { id, path } = await writeRegion(tx, city.id, city.path, county, 'COUNTY')
    for (const no of ['001', '002']) leaves.push((await writeRegion(tx, id, path, county + no, 'TOWNSHIP')).id)
  }
  return leaves
}

async function writeRegion(
  tx: Transaction,
  parentId: string | null,
  parentPath: string,
  code: string,
  kind: 'CITY' | 'COUNTY' | 'TOWNSHIP',
) {
  const [id, path] = [newId(), `${parentPath}${code}.`]
  await tx.region.create({ data: { id, parentId, kind, code, name: `区域${code}`, path } })
  return { id, path }
}

export async function writePeople(tx: Transaction, count: number): Promise<string[]> {
  const people = Array.from({ length: count }, (_, no) => ({ id: newId(), name: `示例人员${no}`, pinyinKey: `${no}` }))
  await tx.person.createMany({ data: people })
  return people.map((person) => person.id)
}

export async function writeProgramme(
  tx: Transaction,
  period: { fromOn: Day; toOn: Day | null },
  requirements: readonly RequirementFact[],
): Promise<string> {
  const id = newId()
  const data = { id, name: '示例行动', fromOn: columnOfDay(period.fromOn), toOn: column(period.toOn) }
  await tx.programme.create({ data })
  for (const one of requirements) await writeRequirement(tx, id, one)
  return id
}

export async function writeRequirement(tx: Transaction, programmeId: string, one: RequirementFact): Promise<void> {
  const alternatives = one.alternatives.map((a) => ({ ...a, id: newId(), evidence: [...a.evidence] }))
  await tx.requirement.create({
    data: {
      id: newId(),
      programmeId,
      seatKind: one.seatKind,
      rate: one.rate,
      fromOn: columnOfDay(one.fromOn),
      toOn: column(one.toOn),
      alternatives: { create: alternatives },
    },
  })
}

/** How the names in random facts become ids of this database, and how far its days are shifted. */
export interface Naming {
  readonly leafOf: (leafId: string) => string
  readonly personOf: (personId: string) => string
  readonly shiftDays: number
}

/** Writes one entry with its placements, seats, holdings and visits; returns its id. Completions are written apart. */
export async function writeEntry(
  tx: Transaction,
  programmeId: string,
  facts: Pick<EntryFacts, 'placements' | 'seats' | 'visits'>,
  naming: Naming,
): Promise<string> {
  const [entryId, enterpriseId] = [newId(), newId()]
  const dates = (row: { fromOn: Day; toOn: Day | null }) => ({
    fromOn: columnOfDay(addDays(row.fromOn, naming.shiftDays)),
    toOn: row.toOn === null ? null : columnOfDay(addDays(row.toOn, naming.shiftDays)),
  })
  await tx.enterprise.create({ data: { id: enterpriseId, uscc: enterpriseId } })
  await tx.rosterEntry.create({ data: { id: entryId, programmeId, enterpriseId } })
  await tx.entryPlacement.createMany({
    data: facts.placements.map((row) => ({
      id: newId(),
      entryId,
      leafId: naming.leafOf(row.leafId),
      isKey: row.isKey,
      ...dates(row),
    })),
  })
  const seats = facts.seats.map((seat) => ({ ...seat, id: newId() }))
  await tx.seat.createMany({ data: seats.map(({ id, kind, ...seat }) => ({ id, entryId, kind, ...dates(seat) })) })
  await tx.holding.createMany({
    data: seats.flatMap((seat) =>
      seat.holdings.map((row) => ({
        id: newId(),
        seatId: seat.id,
        personId: naming.personOf(row.personId),
        ...dates(row),
      })),
    ),
  })
  await tx.visit.createMany({
    data: facts.visits.map((visit) => ({
      id: newId(),
      entryId,
      visitedOn: columnOfDay(addDays(visit.visitedOn, naming.shiftDays)),
      confirmedOn: visit.confirmedOn ? columnOfDay(addDays(visit.confirmedOn, naming.shiftDays)) : null,
    })),
  })
  return entryId
}

export async function writeCompletions(
  tx: Transaction,
  completions: readonly CompletionFact[],
  naming: Naming,
): Promise<void> {
  await tx.completion.createMany({
    data: completions.map((one) => ({
      ...one,
      id: newId(),
      personId: naming.personOf(one.personId),
      happenedOn: columnOfDay(addDays(one.happenedOn, naming.shiftDays)),
      sourceKey: `test:${newId()}`,
    })),
  })
}

function column(day: Day | null): Date | null {
  return day === null ? null : columnOfDay(day)
}
