import { hashPassword } from '@/server/auth/password-hash'
import { mobileColumns } from '@/server/crypto/mobile'
import { db } from '@/server/db/client'
import { columnOfDay } from '@/server/db/day'
import { newId } from '@/server/db/id'

const FROM = columnOfDay('2026-01-01')

export const PASSWORDS = {
  city: 'salted plums at dawn',
  county: 'nine herons by the dyke',
  clerk: 'blue tram 47 north',
}

/** A city with two counties and their townships, one enterprise with a head and a clerk, and officers; the same in every test. */
export async function smallCounty() {
  const city = await region('T33', '示例市', 'CITY', null)
  const county = await region('T33A', '示例县', 'COUNTY', city)
  const other = await region('T33B', '邻县', 'COUNTY', city)
  const town = await region('T33A1', '示例镇', 'TOWNSHIP', county)
  const otherTown = await region('T33B1', '邻镇', 'TOWNSHIP', other)
  const programme = { id: newId(), name: '诊断+提升', fromOn: FROM }
  await db.programme.create({ data: programme })
  const here = await enterprise(
    programme.id,
    '91350100M000100Y43',
    '示例·甬江机械',
    town.id,
    '13800138001',
    '13800138002',
  )
  const there = await enterprise(
    programme.id,
    '91350100M000100Y44',
    '示例·姚江塑料',
    otherTown.id,
    '13800138003',
    '13800138004',
  )
  const cityOfficer = await officer('林市', 'lin.city', PASSWORDS.city, city.id)
  const countyOfficer = await officer('周县', 'zhou.county', PASSWORDS.county, county.id)
  const townOfficer = await officer('陈镇', 'chen.town', PASSWORDS.county, town.id)
  return { city, county, other, town, otherTown, programme, here, there, cityOfficer, countyOfficer, townOfficer }
}

type RegionRow = { id: string; path: string; name: string }

async function region(
  code: string,
  name: string,
  kind: 'CITY' | 'COUNTY' | 'TOWNSHIP',
  parent: RegionRow | null,
): Promise<RegionRow> {
  const row = { id: newId(), code, name, kind, path: `${parent?.path ?? ''}${code}.`, parentId: parent?.id ?? null }
  await db.region.create({ data: row })
  return row
}

/** A person with a mobile and no account. */
export async function person(name: string, mobile: string | null): Promise<string> {
  const id = newId()
  const known = mobile ? { ...mobileColumns(mobile), mobileSource: '名册导入 2026-11-01 示例县' } : {}
  await db.person.create({ data: { id, name, pinyinKey: name, ...known } })
  return id
}

async function enterprise(
  programmeId: string,
  uscc: string,
  name: string,
  leafId: string,
  headMobile: string,
  clerkMobile: string,
) {
  const [enterpriseId, entryId] = [newId(), newId()]
  await db.enterprise.create({ data: { id: enterpriseId, uscc } })
  await db.enterpriseName.create({
    data: { id: newId(), enterpriseId, fromOn: FROM, name, pinyinKey: name, bigrams: [] },
  })
  await db.rosterEntry.create({ data: { id: entryId, programmeId, enterpriseId } })
  await db.entryPlacement.create({ data: { id: newId(), entryId, fromOn: FROM, leafId, isKey: true } })
  const head = await holding(entryId, 'HEAD', await person('王芳', headMobile))
  const clerk = await holding(entryId, 'CLERK', await person('李强', clerkMobile))
  return { enterpriseId, entryId, head, clerk }
}

/** A seat with its holder. */
export async function holding(entryId: string, kind: 'HEAD' | 'CLERK', personId: string) {
  const [seatId, holdingId] = [newId(), newId()]
  await db.seat.create({ data: { id: seatId, entryId, kind, fromOn: FROM } })
  await db.holding.create({ data: { id: holdingId, seatId, personId, fromOn: FROM } })
  return { seatId, holdingId, personId }
}

/** An officer with a password. */
export async function officer(name: string, loginName: string, password: string, regionId: string) {
  const personId = await person(name, null)
  await db.account.create({ data: { personId, loginName, passwordHash: await hashPassword(password) } })
  const grantId = newId()
  await db.officerGrant.create({ data: { id: grantId, personId, role: 'OFFICER', regionId, fromOn: FROM } })
  return { personId, grantId, loginName }
}
