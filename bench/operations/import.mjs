import { setTimeout as wait } from 'node:timers/promises'
import { inventedRoster } from '../in-process/runner.mjs'

const ROWS = 10_000
const IMPORTS = '/manage/roster/imports'
const LONGEST_MS = 300_000

/** 10,000 enterprises new to one county from an Excel file: uploaded, read by the worker, confirmed, written. Each round another county. */
export const importRoster = {
  name: 'import',
  target: 15_000,
  warm: 0,
  rounds: 3,
  clients: { 1: 1 },
  prepare: async (place) => {
    const run = await importer(place)
    return { note: `${ROWS} rows, dry run and confirm`, perform: (round) => run(round) }
  },
}

/** @returns a function that imports the county of this number */
async function importer(place) {
  const { cookie } = await place.people.officer('demo-city')
  const counties = await place.rows(
    `SELECT id, name, code FROM region WHERE kind = 'COUNTY' AND closed_on IS NULL ORDER BY code LIMIT 9`,
  )
  const files = new Map()
  for (let round = 0; round < Math.min(3, place.rounds); round++) {
    files.set(round, await inventedRoster(place.env, { rows: ROWS, county: counties[round].name, first: round * ROWS }))
  }
  return async (round) => {
    const html = await place.page(IMPORTS, cookie)
    const { location } = await place.submit(IMPORTS, {
      html,
      mark: 'regionId',
      cookie,
      fields: uploadFields(html, counties[round], files.get(round)),
    })
    const id = location.split('/').at(-1)
    await until(place, id, 'STAGED')
    const staged = await place.page(location, cookie)
    await place.submit(location, { html: staged, mark: 'mode', cookie, fields: { mode: 'good' } })
    await until(place, id, 'CONFIRMED')
    place.importedCounty = counties[round].code
  }
}

function uploadFields(html, county, bytes) {
  const programmeId = /<select[^>]*name="programmeId"[^>]*>\s*<option[^>]*value="([^"]+)"/.exec(html)?.[1]
  const effectiveOn = new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' })
  const file = new File([bytes], 'bench.xlsx', {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  })
  return { programmeId, regionId: county.id, effectiveOn, keyDefault: 'on', file }
}

async function until({ rows }, id, wanted) {
  const last = Date.now() + LONGEST_MS
  while (Date.now() < last) {
    const [{ state }] = await rows('SELECT state::text FROM import WHERE id = $1', [id])
    if (state === wanted) return
    if (['REFUSED', 'CANCELLED'].includes(state)) throw new Error(`The import is ${state}.`)
    await wait(200)
  }
  throw new Error(`The import was not ${wanted} in time.`)
}
