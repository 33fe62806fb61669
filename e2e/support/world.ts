import { v7 as newId } from 'uuid'
import { row, rows } from './installation'
import { loginCookie, newOfficerOf, officerOf, openAccount, personalLink, personOf } from './people'
import { askedExport, commission, hangDisplay, openSession, visitedRound } from './service-rows'
import { templateRows } from './template-rows'

export const ACTORS = [
  'anonymous',
  'head by link',
  'head',
  'clerk',
  'other clerk',
  'township',
  'county',
  'other county',
  'city',
  'auditor',
  'agency',
] as const
export type ActorName = (typeof ACTORS)[number]

/** An enterprise with somebody who has done everything: their rows are what others may or may not reach. */
export interface Place {
  townshipCode: string
  countyCode: string
  enterprise: string
  entryId: string
  clerkId: string
  clerkName: string
  clerkHolding: string
  attemptId: string
  labRunId: string
  labCell: string
  certificateId: string
  certificateToken: string
  importId: string
  /** A batch of earlier results of the county, cancelled. */
  batchId: string
  /** A sheet of the county's, filled. */
  fillBackId: string
  templateId: string
  /** Made by the county's officer. */
  templateRunId: string
  /** Three questions that the county's officer asked somebody of the enterprise. */
  oralCheckId: string
  /** A session of the county, its door open. */
  sessionId: string
  sessionToken: string
  spotCheckId: string
  spotSeatId: string
  /** Commissioned by the county, with a contract for the enterprise. */
  agencyId: string
  contractId: string
}

export interface World {
  cookies: Record<ActorName, string>
  persons: Record<Exclude<ActorName, 'anonymous'>, string>
  /** In the township, county and city of the officers named so. */
  here: Place
  /** In the county of 'other county'. */
  elsewhere: Place
  headAttemptId: string
  /** The seat of a head in the township of 'here'. */
  headHolding: string
  linkPath: string
  /** Shows the rates of the county of 'here' to anybody. */
  displayToken: string
  /** A large list that the county's officer asked for. */
  exportRunId: string
  /** A round of visits of the county of 'here', and a need found on a visit of it. */
  roundId: string
  findingId: string
  programmeId: string
  /** The last closed period of the programme. */
  periodId: string
}

const PLACE = `
  SELECT t.code AS "townshipCode", c.code AS "countyCode", n.name AS enterprise, r.id AS "entryId", p.id AS "clerkId",
    p.name AS "clerkName", ss.holding_id AS "clerkHolding", a.id AS "attemptId", l.id AS "labRunId",
    l.sheet #>> '{cells,0,id}' AS "labCell", x.id AS "certificateId", x.token AS "certificateToken",
    c.id AS "countyId", r.programme_id AS "programmeId"
  FROM certificate x
  JOIN person p ON p.id = x.person_id
  JOIN attempt a ON a.person_id = p.id AND a.passed
  JOIN lab_run l ON l.person_id = p.id AND l.state = 'SUBMITTED' AND l.mode = 'CERTIFYING'
  JOIN seat_standing ss ON ss.holder_id = p.id AND ss.kind = 'CLERK'
  JOIN roster_entry r ON r.id = ss.entry_id
  JOIN standing st ON st.entry_id = r.id
  JOIN enterprise_name n ON n.enterprise_id = r.enterprise_id AND n.to_on IS NULL AND n.retracted_at IS NULL
  JOIN region t ON t.id = st.leaf_id JOIN region c ON c.id = t.parent_id
  WHERE (SELECT count(*) FROM holding o WHERE o.person_id = p.id AND o.retracted_at IS NULL) = 1
    AND char_length(p.name) > 2 AND (t.code = $1 OR c.code = $1)
  ORDER BY p.id LIMIT 1`

async function place(code: string): Promise<Place> {
  const { countyId, programmeId, ...found } = await row<Place & { countyId: string; programmeId: string }>(PLACE, [
    code,
  ])
  const importId = newId()
  await rows(
    `INSERT INTO import (id, programme_id, region_id, file_name, sha256, state, created_by_id)
      VALUES ($1, $2, $3, '已取消.xlsx', '\\x00', 'CANCELLED', $4)`,
    [importId, programmeId, countyId, found.clerkId],
  )
  const batchId = newId()
  await rows(
    `INSERT INTO result_batch (id, programme_id, region_id, source, title, file_name, sha256, state, created_by_id)
      VALUES ($1, $2, $3, 'SHEET', '已取消', '已取消.xlsx', '\\x00', 'CANCELLED', $4)`,
    [batchId, programmeId, countyId, found.clerkId],
  )
  const fillBackId = await filledSheet(programmeId, countyId, found.clerkId)
  const templates = await templateRows({ id: countyId, code: found.countyCode }, programmeId)
  const oralCheckId = await oralCheck(found)
  const session = await openSession(programmeId, countyId, found.clerkId)
  const spot = await openSpotCheck(programmeId, countyId, found)
  const agency = await commission(programmeId, countyId, found)
  return { ...found, importId, batchId, fillBackId, oralCheckId, ...session, ...spot, ...templates, ...agency }
}

/** A sample with one open seat. Whose it is matters to nobody here but the person themself. */
async function openSpotCheck(programmeId: string, countyId: string, found: Place) {
  const [spotCheckId, spotSeatId] = [newId(), newId()]
  await rows(
    `INSERT INTO spot_check (id, programme_id, region_id, course_slug, seed, claimed_part, claimed_whole, drawn_on, closes_on, drawn_by_id)
      VALUES ($1, $2, $3, 'jiajikouchu', 'example', 10, 12, current_date, current_date + 7, $4)`,
    [spotCheckId, programmeId, countyId, found.clerkId],
  )
  const questions = Array.from({ length: 3 }, (_, index) => ({ prompt: `<p>示例题 ${index}</p>`, options: [] }))
  await rows(
    `INSERT INTO spot_check_seat (id, spot_check_id, position, entry_id, holding_id, person_id, stratum, questions, key, answers)
      VALUES ($1, $2, 0, $3, $4, $5, '', $6, '{true,true,true}', '{}')`,
    [spotSeatId, spotCheckId, found.entryId, found.clerkHolding, found.clerkId, JSON.stringify(questions)],
  )
  return { spotCheckId, spotSeatId }
}

async function filledSheet(programmeId: string, countyId: string, createdById: string): Promise<string> {
  const [id, resultId] = [newId(), newId()]
  const counts = { on: '2026-01-01', rows: 0, filled: 0, open: 0, outside: 0, enterprises: {}, persons: {} }
  await rows(
    `INSERT INTO stored_file (id, name, media_type, size_bytes, sha256, created_by_id)
      VALUES ($1, '已填.csv', 'text/csv', 0, '\\x00', $2)`,
    [resultId, createdById],
  )
  await rows(
    `INSERT INTO fill_back (id, programme_id, region_id, file_name, state, counts, result_file_id, created_by_id, filled_at)
      VALUES ($1, $2, $3, '已填.csv', 'FILLED', $4, $5, $6, now())`,
    [id, programmeId, countyId, JSON.stringify(counts), resultId, createdById],
  )
  return id
}

async function oralCheck(found: Place): Promise<string> {
  const oralCheckId = newId()
  await rows(
    `INSERT INTO oral_check (id, person_id, holding_id, entry_id, exam_slug, content_version, channel, state, pass_right, asked_by_id,
        submitted_at, "right", passed)
      SELECT $1, $2, $3, $4, exam_slug, content_version, 'PHONE', 'SUBMITTED', 3, $6, now(), 1, false FROM attempt WHERE id = $5`,
    [oralCheckId, found.clerkId, found.clerkHolding, found.entryId, found.attemptId, await officerOf(found.countyCode)],
  )
  await rows(
    `INSERT INTO oral_check_item (check_id, position, item_sha, option_map, answer, is_right)
      SELECT $1, position, item_sha, option_map, '[]', false FROM attempt_item WHERE attempt_id = $2 AND position <= 3`,
    [oralCheckId, found.attemptId],
  )
  return oralCheckId
}

/** A head of the same township who has answered the five questions. */
async function doneHead(township: string) {
  return row<{ personId: string; holdingId: string; attemptId: string }>(
    `SELECT ss.holder_id AS "personId", ss.holding_id AS "holdingId", a.id AS "attemptId"
      FROM seat_standing ss JOIN standing st ON st.entry_id = ss.entry_id JOIN region t ON t.id = st.leaf_id
      JOIN attempt a ON a.person_id = ss.holder_id AND a.passed JOIN person p ON p.id = ss.holder_id
      WHERE ss.kind = 'HEAD' AND t.code = $1 AND p.mobile_cipher IS NOT NULL
        AND (SELECT count(*) FROM holding o WHERE o.person_id = p.id AND o.retracted_at IS NULL) = 1
      ORDER BY ss.holder_id LIMIT 1`,
    [township],
  )
}

/** A kept file of a township's bulletin: what it holds is the journey's business. */
async function keepBulletin(periodId: string, code: string, personId: string): Promise<void> {
  const request = { text: '示例', docxTemplateId: null, xlsxTemplateId: null, roster: 'key' }
  await rows(
    `WITH kept AS (
        INSERT INTO stored_file (id, name, media_type, size_bytes, sha256)
        SELECT $1::uuid, '示例.docx', 'application/octet-stream', 0, '\\x00'
        WHERE NOT EXISTS (SELECT FROM bulletin b JOIN region r ON r.id = b.region_id WHERE b.period_id = $2 AND r.code = $3)
        RETURNING id)
      INSERT INTO bulletin (id, period_id, region_id, snapshot, docx_file_id, composed_by_id)
      SELECT kept.id, $2::uuid, r.id, $4::jsonb, kept.id, $5::uuid FROM kept, region r WHERE r.code = $3`,
    [newId(), periodId, code, JSON.stringify({ state: 'composing', request }), personId],
  )
}

const OTHER_COUNTY = '330203'

/** Eleven actors signed in, and what each of them might try to reach. */
export async function raiseWorld(): Promise<World> {
  const township = await personOf('demo-township')
  const { code } = await row<{ code: string }>(
    'SELECT r.code FROM officer_grant g JOIN region r ON r.id = g.region_id WHERE g.person_id = $1',
    [township],
  )
  const [here, elsewhere] = [await place(code), await place(OTHER_COUNTY)]
  const head = await doneHead(here.townshipCode)
  const persons = {
    'head by link': head.personId,
    head: head.personId,
    clerk: here.clerkId,
    'other clerk': elsewhere.clerkId,
    township,
    county: await officerOf(here.countyCode),
    'other county': await officerOf(elsewhere.countyCode),
    city: await personOf('demo-city'),
    // Of the county, where an officer would see everybody in full.
    auditor: await newOfficerOf(here.countyCode, '示例审计', 'AUDITOR'),
    agency: await newOfficerOf(here.countyCode, '示例机构人员', 'AGENCY', here.agencyId),
  }
  for (const personId of [persons.head, persons.clerk, persons['other clerk']]) await openAccount(personId)
  const cookies: Record<string, string> = { anonymous: '' }
  for (const [name, personId] of Object.entries(persons)) {
    cookies[name] = `zhixing.login=${await loginCookie(personId, name === 'head by link' ? head.holdingId : null)}`
  }
  const closed = await row<{ programmeId: string; periodId: string }>(
    `SELECT programme_id AS "programmeId", id AS "periodId" FROM reporting_period WHERE frozen_at IS NOT NULL
      ORDER BY to_on DESC LIMIT 1`,
  )
  for (const { townshipCode } of [here, elsewhere]) await keepBulletin(closed.periodId, townshipCode, persons.city)
  return {
    ...closed,
    cookies: cookies as Record<ActorName, string>,
    persons,
    here,
    elsewhere,
    headAttemptId: head.attemptId,
    headHolding: head.holdingId,
    linkPath: await personalLink(head.holdingId),
    ...(await visitedRound(here.countyCode, here.entryId, persons.county)),
    exportRunId: await askedExport(here.countyCode, persons.county),
    displayToken: await hangDisplay(closed.programmeId, here.countyCode, persons.city),
  }
}
