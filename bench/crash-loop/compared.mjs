// What was acknowledged beside what is stored.
import { setTimeout as wait } from 'node:timers/promises'

const CERTIFICATES_WITHIN_MS = 120_000

/** @returns lines of {what, acknowledged, stored} */
export async function compared({ rows }, done) {
  const one = async (sql, values = []) => (await rows(sql, values))[0].count
  const attempts = done.map(({ attempt }) => attempt)
  const passed = done.filter(({ isPass }) => isPass)
  const saved = done.flatMap(({ attempt, saved: answers }) => answers.map((answer) => ({ attempt, ...answer })))
  await certificatesIssued(one, passed.length)
  return [
    line('answers saved as sent', saved.length, await storedAnswers(one, saved)),
    line(
      'papers graded',
      done.length,
      await one(
        `SELECT count(*)::int FROM attempt WHERE id = ANY($1::uuid[]) AND state = 'SUBMITTED' AND passed IS NOT NULL`,
        [attempts],
      ),
    ),
    line(
      'graded by every saved answer',
      saved.length,
      await one('SELECT coalesce(sum(points), 0)::int AS count FROM attempt WHERE id = ANY($1::uuid[])', [attempts]),
    ),
    line(
      'hand-ins audited, once each',
      done.length,
      await one(
        `SELECT count(*)::int FROM (SELECT subject_id FROM audit_event WHERE kind = 'attempt.submitted' GROUP BY 1 HAVING count(*) = 1) once`,
      ),
    ),
    line(
      'hand-ins audited at all',
      done.length,
      await one(`SELECT count(*)::int FROM audit_event WHERE kind = 'attempt.submitted'`),
    ),
    line('papers opened', done.length, await one('SELECT count(*)::int FROM attempt')),
    line('completions', passed.length, await one(`SELECT count(*)::int FROM completion WHERE subject_kind = 'EXAM'`)),
    line('certificates', passed.length, await one('SELECT count(*)::int FROM certificate')),
  ]
}

const line = (what, acknowledged, stored) => ({ what, acknowledged, stored })

/** The worker issues them after the completion; it is given time and no help. */
async function certificatesIssued(one, wanted) {
  const until = Date.now() + CERTIFICATES_WITHIN_MS
  while (Date.now() < until && (await one('SELECT count(*)::int FROM certificate')) < wanted) await wait(1000)
}

/** How many stand as they were acknowledged, value and count of changes; in pages that fit a parameter. */
async function storedAnswers(one, saved) {
  let found = 0
  for (let from = 0; from < saved.length; from += 5000) {
    found += await one(
      `SELECT count(*)::int FROM jsonb_to_recordset($1::jsonb) AS told(attempt uuid, position int, value jsonb, seq int)
        JOIN answer a ON a.attempt_id = told.attempt AND a.position = told.position AND a.value = told.value AND a.seq = told.seq`,
      [JSON.stringify(saved.slice(from, from + 5000))],
    )
  }
  return found
}
