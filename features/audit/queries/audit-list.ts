import 'server-only'
import type { Actor } from '@/domain/permissions/actor'
import { maskName } from '@/domain/permissions/mask'
import { seesPersonsInFull } from '@/domain/permissions/reaches'
import { readScope } from '@/server/auth/scope'
import { db, pool } from '@/server/db/client'
import { isId } from '@/server/db/id'
import { redactText } from '@/server/redact'
import type { AuditView } from '../view'
import { type AuditRow, auditPage, OWN_LEARNING, UNNAMED } from './audit-page'
import { auditReach, type AuditReach } from './audit-reach'
import { entriesOfSubjects } from './entry-subjects'

/** One event as a reader sees it: names masked where they may not see them in full, `detail` not yet put into words. */
export type AuditLine = Omit<AuditRow, 'regionPath'> & {
  /** Name, or null for the product itself and for somebody unknown. */
  actorName: string | null
  /** Told without a name; nobody but themself is shown who it was. */
  isUnnamed: boolean
  place: string | null
  subject: { label: string; href: string | null } | null
}

/** The reader's page of the trail with everything it takes to show it. */
export async function auditList(
  actor: Actor,
  view: AuditView,
): Promise<{ lines: AuditLine[]; next: string | null; officers: AuditReach['officers'] }> {
  const reach = await auditReach(actor)
  const { rows, next } = await auditPage(actor, reach, view)
  const subjects = idsIn(rows.map(({ subjectId }) => subjectId))
  const [people, regions, places, entries, holders] = await Promise.all([
    namesOf([...subjects, ...idsIn(rows.map(({ actorId }) => actorId))]),
    db.region.findMany({
      where: { AND: [{ id: { in: subjects } }, readScope(actor)] },
      select: { id: true, name: true },
    }),
    placesOf(rows),
    entriesOfSubjects(actor, subjects),
    holdersOf(rows),
  ])
  const regionNames = new Map(regions.map(({ id, name }) => [id, name]))
  const named = namer(actor, reach, people)
  const lines = rows.map(({ regionPath, ...row }): AuditLine => {
    const entry = entries.get(row.subjectId ?? '')
    const region = regionNames.get(row.subjectId ?? '')
    const person = named(row.subjectId, regionPath)
    const isUnnamed = UNNAMED.includes(row.kind) && row.actorId !== actor.personId
    const label = entry?.enterprise ?? region ?? person
    return {
      ...row,
      detail: withoutNames(
        row.detail,
        seesPersonsInFull(actor, regionPath ?? '') ? [] : (holders.get(row.subjectId ?? '') ?? []),
      ),
      ...(isUnnamed ? { actorId: null, actorName: null } : { actorName: named(row.actorId, regionPath, row.kind) }),
      isUnnamed,
      place: places.get(regionPath ?? '') ?? null,
      subject: label ? { label, href: entry ? `/manage/roster/${entry.entryId}` : null } : null,
    }
  })
  return { lines, next, officers: reach.officers }
}

const idsIn = (ids: readonly (string | null)[]) => [
  ...new Set(ids.filter((id): id is string => id !== null && isId(id))),
]

async function namesOf(ids: readonly string[]): Promise<Map<string, string>> {
  const people = await db.person.findMany({ where: { id: { in: [...ids] } }, select: { id: true, name: true } })
  return new Map(people.map(({ id, name }) => [id, name]))
}

/** In full: the reader, the officers of their area, and people of an enterprise at its leaf and its parent; everybody else masked. */
function namer(actor: Actor, reach: AuditReach, people: ReadonlyMap<string, string>) {
  const colleagues = new Set(reach.officers.map(({ personId }) => personId))
  return (id: string | null, regionPath: string | null, kind?: AuditRow['kind']): string | null => {
    const name = people.get(id ?? '')
    if (id === null || name === undefined) return null
    const isColleague = colleagues.has(id) && !(kind && OWN_LEARNING.includes(kind))
    const isNear = regionPath !== null && seesPersonsInFull(actor, regionPath)
    const isOpen = id === actor.personId || isColleague || isNear
    return isOpen ? name : maskName(name)
  }
}

async function placesOf(rows: readonly AuditRow[]): Promise<Map<string, string>> {
  const paths = [...new Set(rows.flatMap(({ regionPath }) => (regionPath ? [regionPath] : [])))]
  const regions = await db.region.findMany({ where: { path: { in: paths } }, select: { path: true, name: true } })
  return new Map(regions.map(({ path, name }) => [path, name]))
}

/** Names of everybody who ever held a seat of the entries whose people were unmasked, by entry: an officer may have typed one as the reason. */
async function holdersOf(rows: readonly AuditRow[]): Promise<Map<string, string[]>> {
  const ids = idsIn(rows.map(({ kind, subjectId }) => (kind === 'person.unmasked' ? subjectId : null)))
  if (ids.length === 0) return new Map()
  const { rows: found } = await pool.query<{ entryId: string; names: string[] }>(
    `SELECT s.entry_id AS "entryId", array_agg(DISTINCT p.name) AS names
     FROM seat s JOIN holding h ON h.seat_id = s.id JOIN person p ON p.id = h.person_id WHERE s.entry_id = ANY ($1::uuid[]) GROUP BY 1`,
    [ids],
  )
  return new Map(found.map(({ entryId, names }) => [entryId, names]))
}

/** `detail` with the one text that was typed, the reason, freed of mobiles and of these names. */
function withoutNames(detail: AuditRow['detail'], names: readonly string[]): AuditRow['detail'] {
  if (typeof detail?.reason !== 'string') return detail
  const reason = names.reduce((text, name) => text.replaceAll(name, maskName(name)), redactText(detail.reason))
  return { ...detail, reason }
}
