import { addDays, type Day, shanghaiDayOf } from '@/domain/calendar/day'
import { createProgramme } from '@/features/programmes/commands/create-programme'
import { WITH_ONE_LAB } from '@/features/programmes/template'
import { restandMany } from '@/features/standing/commands/restand-many'
import { databaseNow } from '@/server/clock'
import { inTransaction, systemContext } from '@/server/context'
import { db, type Transaction } from '@/server/db/client'
import type { Character, Holder } from './character'
import { writeEnterprise } from './write-enterprise'
import { writeOfficer, writePerson } from './write-person'
import { type CastRegions, writeRegions } from './write-regions'

/**
 * The people whom tests are told about. 示例·甬江 in the first township of 鄞州区: the head, two clerks. 示例·澄川, the other enterprise,
 * in the second township of the same county: its head. 示例·青屿 in another county: its clerk. Officers of the city, of both counties
 * and of the first township. Everybody has an account; nobody has completed anything yet.
 */
export interface Cast {
  readonly today: Day
  readonly programmeId: string
  readonly regions: CastRegions
  readonly head: Holder
  readonly clerk: Holder
  readonly secondClerk: Holder
  readonly otherHead: Holder
  readonly farClerk: Holder
  readonly cityOfficer: Character
  readonly countyOfficer: Character
  readonly otherCountyOfficer: Character
  readonly townshipOfficer: Character
}

/** Writes the cast into the test's database, with the template programme since thirty days, and counts the standings. */
export function raiseCast(): Promise<Cast> {
  return inTransaction(async (tx) => {
    const today = shanghaiDayOf(await databaseNow(tx))
    const fromOn = addDays(today, -30)
    const regions = await writeRegions(tx)
    const programmeId = await castProgramme(tx, fromOn)
    const enterprise = (serial: number, name: string, leafId: string) =>
      writeEnterprise(tx, { programmeId, fromOn, serial, name, leafId, isKey: true })
    const near = await enterprise(1, '示例·甬江精密机械有限公司', regions.township.id)
    const other = await enterprise(2, '示例·澄川新材料有限公司', regions.otherTownship.id)
    const far = await enterprise(3, '示例·青屿水产有限公司', regions.farTownship.id)
    const cast = {
      head: await holder(tx, 1, '陈谷雨', near, 'HEAD'),
      clerk: await holder(tx, 2, '林白露', near, 'CLERK'),
      secondClerk: await holder(tx, 3, '欧阳霜降', near, 'CLERK'),
      otherHead: await holder(tx, 4, '王惊蛰', other, 'HEAD'),
      farClerk: await holder(tx, 5, '周秋分', far, 'CLERK'),
      cityOfficer: await writeOfficer(tx, 6, '叶立春', regions.city, fromOn),
      countyOfficer: await writeOfficer(tx, 7, '沈芒种', regions.county, fromOn),
      otherCountyOfficer: await writeOfficer(tx, 8, '俞处暑', regions.otherCounty, fromOn),
      townshipOfficer: await writeOfficer(tx, 9, '虞冬至', regions.township, fromOn),
    }
    await restandMany(tx, [near.entryId, other.entryId, far.entryId])
    return { today, programmeId, regions, ...cast }
  })
}

/** What the standing of an entry remembers now. */
export function standingOfEntry(entryId: string) {
  return db.standing.findUniqueOrThrow({ where: { entryId } })
}

async function castProgramme(tx: Transaction, fromOn: Day): Promise<string> {
  const programme = { name: '“诊断+提升”专项行动（示例）', fromOn, toOn: addDays(fromOn, 365), template: WITH_ONE_LAB }
  const created = await createProgramme(tx, systemContext('test'), programme)
  if (!created.ok) throw new Error(created.refusal)
  return created.value.programmeId
}

async function holder(
  tx: Transaction,
  no: number,
  name: string,
  { entryId, seats, fromOn }: Awaited<ReturnType<typeof writeEnterprise>>,
  kind: 'HEAD' | 'CLERK',
): Promise<Holder> {
  const character = await writePerson(tx, no, name, [])
  const seat = seats.find((one) => one.kind === kind && !one.isTaken)
  if (!seat) throw new Error(`no ${kind} seat is left`)
  seat.isTaken = true
  const holding = await tx.holding.create({
    data: { id: seat.holdingId, seatId: seat.id, personId: character.personId, fromOn },
  })
  return { ...character, holdingId: holding.id, entryId }
}
