import { execFileSync } from 'node:child_process'
import { v7 as newId } from 'uuid'
import { dataFolder, rows } from './installation'
import type { Learner } from './people'

/** Other enterprises of the county that join the learner's; their seats are vacant. */
const OTHERS = 5

/**
 * A programme of its own that asks clerks only for one lab, `times` times, to be ready: the learner's enterprise and others of the county, a seat each, all
 * but the learner's vacant. It begins before the demonstration, so pages go on showing that one first.
 */
export async function programmeAskingFor(lab: string, learner: Learner, times = 1): Promise<string> {
  const [programmeId, requirementId] = [newId(), newId()]
  await rows(`INSERT INTO programme (id, name, from_on) VALUES ($1, '示例·实训专项', '2020-01-01')`, [programmeId])
  await rows(`INSERT INTO programme_rule (id, programme_id, from_on) VALUES ($1, $2, '2020-01-01')`, [
    newId(),
    programmeId,
  ])
  await rows(
    `INSERT INTO requirement (id, programme_id, seat_kind, rate, from_on) VALUES ($1, $2, 'CLERK', 'READINESS', '2020-01-01')`,
    [requirementId, programmeId],
  )
  await rows(
    `INSERT INTO requirement_alternative (id, requirement_id, subject_kind, slug, times, evidence)
      VALUES ($1, $2, 'LAB', $3, $4, '{IN_PERSON,SESSION,ONLINE}')`,
    [newId(), requirementId, lab, times],
  )
  const entries = await rows<{ enterpriseId: string; leafId: string; isOwn: boolean }>(
    `SELECT e.enterprise_id AS "enterpriseId", s.leaf_id AS "leafId", e.id = $1 AS "isOwn"
      FROM roster_entry e JOIN standing s ON s.entry_id = e.id JOIN region t ON t.id = s.leaf_id
      JOIN region c ON c.id = t.parent_id WHERE c.code = $2
      ORDER BY (e.id = $1) DESC, e.id LIMIT $3`,
    [learner.entryId, learner.county, OTHERS + 1],
  )
  for (const entry of entries) await join(programmeId, entry, entry.isOwn ? learner.personId : null)
  recount()
  return programmeId
}

async function join(programmeId: string, at: { enterpriseId: string; leafId: string }, personId: string | null) {
  const [entryId, seatId] = [newId(), newId()]
  await rows(`INSERT INTO roster_entry (id, programme_id, enterprise_id) VALUES ($1, $2, $3)`, [
    entryId,
    programmeId,
    at.enterpriseId,
  ])
  await rows(
    `INSERT INTO entry_placement (id, entry_id, from_on, leaf_id, is_key) VALUES ($1, $2, '2020-01-01', $3, true)`,
    [newId(), entryId, at.leafId],
  )
  await rows(`INSERT INTO standing (entry_id, programme_id) VALUES ($1, $2)`, [entryId, programmeId])
  await rows(`INSERT INTO seat (id, entry_id, kind, from_on) VALUES ($1, $2, 'CLERK', '2020-01-01')`, [seatId, entryId])
  if (personId === null) return
  await rows(`INSERT INTO holding (id, seat_id, person_id, from_on) VALUES ($1, $2, $3, '2020-01-01')`, [
    newId(),
    seatId,
    personId,
  ])
}

/** Has the installation's own tool count the entries that were written past its commands. */
function recount(): void {
  execFileSync(process.execPath, ['scripts/run-entry.mjs', 'recount', '--mend'], {
    env: { ...process.env, ZHIXING_DATA: dataFolder },
    stdio: 'ignore',
  })
}
