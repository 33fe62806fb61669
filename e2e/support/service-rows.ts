import { v7 as newId } from 'uuid'
import { keyedHash } from './crypto'
import { rows } from './installation'

/** A session of the county whose door is open now. */
export async function openSession(programmeId: string, countyId: string, createdById: string) {
  const [sessionId, sessionToken] = [newId(), newId().replaceAll('-', '').slice(10)]
  await rows(
    `INSERT INTO training_session (id, programme_id, region_id, title, course_slug, place, starts_at, ends_at, token, created_by_id)
      VALUES ($1, $2, $3, '示例宣讲会', 'jiajikouchu', '示例会议室', now() - interval '1 minute', now() + interval '3 hours', $4, $5)`,
    [sessionId, programmeId, countyId, sessionToken, createdById],
  )
  return { sessionId, sessionToken }
}

/** An agency that serves the enterprise until tomorrow. */
export async function commission(programmeId: string, countyId: string, found: { clerkId: string; entryId: string }) {
  const [agencyId, contractId] = [newId(), newId()]
  await rows(`INSERT INTO agency (id, name, region_id, recorded_by_id) VALUES ($1, '示例·服务机构', $2, $3)`, [
    agencyId,
    countyId,
    found.clerkId,
  ])
  await rows(
    `INSERT INTO agency_contract (id, agency_id, programme_id, title, from_on, to_on, recorded_by_id)
      VALUES ($1, $2, $3, '示例合同', current_date - 1, current_date + 2, $4)`,
    [contractId, agencyId, programmeId, found.clerkId],
  )
  await rows(`INSERT INTO agency_contract_entry (id, contract_id, entry_id, recorded_by_id) VALUES ($1, $2, $3, $4)`, [
    newId(),
    contractId,
    found.entryId,
    found.clerkId,
  ])
  return { agencyId, contractId }
}

/** A large list that somebody of the county asked for. */
export async function askedExport(countyCode: string, personId: string): Promise<string> {
  const id = newId()
  await rows(
    `INSERT INTO export_run (id, person_id, kind, view, reason, total)
      VALUES ($1, $3, 'RATE_LIST', jsonb_build_object('rate', 'training', 'region', $2::text, 'state', 'all'), '示例用途', 1)`,
    [id, countyCode, personId],
  )
  return id
}

/** A display of the county’s rates; returns its token. */
export async function hangDisplay(programmeId: string, countyCode: string, personId: string): Promise<string> {
  const token = newId().replaceAll('-', '')
  await rows(
    `INSERT INTO display_link (id, token_hmac, programme_id, region_id, label, to_on, recorded_by_id)
      SELECT $1, $2, $3, id, '示例大厅', current_date + 2, $5 FROM region WHERE code = $4`,
    [newId(), keyedHash('token:display', token), programmeId, countyCode, personId],
  )
  return token
}

/** A round of the county in which the enterprise was visited, and the need that the visit came upon. */
export async function visitedRound(countyCode: string, entryId: string, personId: string) {
  const [roundId, visitId, findingId] = [newId(), newId(), newId()]
  await rows(
    `INSERT INTO visit_round (id, programme_id, region_id, title, from_on, to_on, is_key_only, recorded_by_id)
      SELECT $1, e.programme_id, r.id, '示例走访', current_date - 9, current_date + 9, false, $4 FROM roster_entry e, region r WHERE e.id = $3 AND r.code = $2`,
    [roundId, countyCode, entryId, personId],
  )
  await rows(
    `INSERT INTO visit (id, entry_id, visited_on, topics, recorded_by_id) VALUES ($1, $2, current_date - 1, '示例', $3)`,
    [visitId, entryId, personId],
  )
  await rows(`INSERT INTO visit_finding (id, visit_id, kind, text) VALUES ($1, $2, 'NEED', '示例·技术需求')`, [
    findingId,
    visitId,
  ])
  return { roundId, findingId }
}
