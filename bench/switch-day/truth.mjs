// What was written, beside who it truly was.
import { createHmac } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { dataFolder } from '../../scripts/start/places.mjs'

/** As server/crypto/mobile.ts: equal numbers, equal bytes. */
function mobileHash(mobile) {
  const { HMAC_KEY } = JSON.parse(readFileSync(join(dataFolder, 'secrets.json'), 'utf8'))
  return createHmac('sha256', Buffer.from(HMAC_KEY, 'base64')).update(`mobile\0${mobile}`).digest('hex')
}

const ROWS = `
  SELECT b.file_name AS file, b.source::text AS source, r.row, r.state::text AS state, r.how, encode(p.mobile_hmac, 'hex') AS mobile
  FROM result_batch b JOIN result_row r ON r.batch_id = b.id LEFT JOIN person p ON p.id = r.person_id
  WHERE b.state = 'WRITTEN'`

/** @returns rows matched by themselves, decided, left, and how many of the first were wrong */
export async function comparedWithTruth(rows, truth) {
  const hashes = new Map()
  const hashOf = (mobile) => hashes.get(mobile) ?? hashes.set(mobile, mobileHash(mobile)).get(mobile)
  const known = new Map()
  for (const { name, rows: list } of [truth.heads, truth.clerks])
    for (const one of list) known.set(`${name} ${one.row}`, one)
  for (const one of truth.jielong) known.set(`JIELONG ${one.row}`, one)
  const sums = { rows: 0, automatic: 0, decided: 0, unasked: 0, open: 0, wrong: 0, wrongDecided: 0 }
  const bySlip = {}
  for (const row of await rows(ROWS)) {
    const one = known.get(row.source === 'JIELONG' ? `JIELONG ${row.row}` : `${row.file} ${row.row}`)
    if (!one) throw new Error(`No truth about ${row.file} ${row.row}.`)
    sums.rows += 1
    const isTaken = ['WRITTEN', 'UNCOUNTED', 'MATCHED'].includes(row.state) && row.mobile !== null
    const isWrong = isTaken && (one.mobile === null || hashOf(one.mobile) !== row.mobile)
    bySlip[one.slip ?? 'typed rightly'] ??= { rows: 0, automatic: 0 }
    const slip = bySlip[one.slip ?? 'typed rightly']
    if (row.state !== 'UNCOUNTED' || row.mobile !== null) slip.rows += 1
    // Below the mark nobody has to be found: the row counts for nothing whoever it is about.
    if (row.state === 'UNCOUNTED' && row.mobile === null) sums.unasked += 1
    else if (!isTaken) sums.open += 1
    else if (row.how === 'decided') {
      sums.decided += 1
      if (isWrong) sums.wrongDecided += 1
    } else {
      sums.automatic += 1
      slip.automatic += 1
      if (isWrong) sums.wrong += 1
    }
  }
  const slips = Object.entries(bySlip).map(([name, { rows: all, automatic }]) => `    ${name}: ${automatic} of ${all}`)
  const words = `Rows ${sums.rows}: by themselves ${sums.automatic} (wrong: ${sums.wrong}), decided ${sums.decided} (wrong: ${sums.wrongDecided}), put aside or left ${sums.open}, below the mark and so not looked for ${sums.unasked}\n  matched by themselves, by what went wrong in the row:\n${slips.join('\n')}`
  return { ...sums, bySlip, words }
}
