import { randomBytes } from 'node:crypto'
import { v7 as newId } from 'uuid'

const MANY = 300

/**
 * Three hundred people sign in at the door of one session, each with the page and the form, through 32 phones at a time: every one of them has to be counted
 * as trained when the last is through. An hour of the house is a minute here.
 */
export const door = {
  name: 'door',
  target: null,
  warm: 0,
  rounds: 1,
  clients: { 32: MANY },
  async prepare({ page, submit, rows, people }) {
    const heads = await people.knownHeads(MANY)
    const [sessionId, token] = [newId(), randomBytes(16).toString('base64url')]
    await rows(
      `INSERT INTO training_session (id, programme_id, region_id, title, course_slug, place, starts_at, ends_at, token, created_by_id)
        SELECT $1, p.id, r.id, '示例宣讲会', 'jiajikouchu', '示例礼堂', now() - interval '1 minute', now() + interval '2 hours', $2, $3
        FROM (SELECT programme_id AS id FROM standing GROUP BY 1 ORDER BY count(*) DESC LIMIT 1) p, region r WHERE r.parent_id IS NULL`,
      [sessionId, token, heads[0].personId],
    )
    const began = performance.now()
    return {
      note: `${MANY} people, 32 phones`,
      async perform(index) {
        const { name, mobile, enterprise } = heads[index]
        const path = `/s/${token}`
        const html = await page(path)
        await submit(path, { html, mark: 'mobile', fields: { enterprise, name, mobile } })
      },
      async finish() {
        const seconds = (performance.now() - began) / 1000
        const [{ there, trained }] = await rows(
          `SELECT count(*)::int AS there, count(*) FILTER (WHERE EXISTS (SELECT FROM completion c WHERE c.source_key = 'session:' || a.id))::int AS trained
            FROM attendance a WHERE a.session_id = $1`,
          [sessionId],
        )
        if (there !== MANY || trained !== MANY)
          throw new Error(`${there} are there and ${trained} trained, not ${MANY}.`)
        console.log(`  door: ${MANY} signed in and counted within ${seconds.toFixed(1)} s`)
      },
    }
  },
}
