import { readFileSync } from 'node:fs'
import { v7 as newId } from 'uuid'
import { recount } from './in-process.mjs'

const COUNTY = '330212'

const page = (name, login, target, path, note) => ({
  name,
  target,
  warm: 10,
  clients: { 1: 20, 8: 40 },
  async prepare(place) {
    const { cookie } = await place.people.officer(login)
    return { ...(note ? { note } : {}), perform: () => place.page(path, cookie) }
  },
})

const search = (region) => new URLSearchParams({ region, state: 'missing', search: '机械', roster: 'all' })

/** As in features/rates/commands/export-runs.ts: more is asked for with a reason first. */
const LARGE_ROWS = 5_000

/** What the page before a large list notes. @returns the address that sends it */
async function askedFor({ rows }, { personId, region, view, found }) {
  const id = newId()
  await rows(
    `INSERT INTO export_run (id, person_id, rate, view, region_id, reason, total)
      SELECT $1, $2, 'training', $3, id, 'bench', $5 FROM region WHERE code = $4`,
    [id, personId, JSON.stringify(view), region, found],
  )
  return `/api/exports/${id}`
}

/** The largest resident size of the web process while `work` is done, in bytes. */
async function watched({ appRoots: [web] }, work) {
  let peak = 0
  const look = () => {
    const pages = Number(readFileSync(`/proc/${web}/statm`, 'utf8').split(' ')[1])
    peak = Math.max(peak, pages * 4096)
  }
  const timer = setInterval(look, 100)
  try {
    await work()
  } finally {
    clearInterval(timer)
  }
  return peak
}

/** Rows of the list of the whole roster of a region that is not trained. */
const MISSING = `
  SELECT count(*)::int AS found FROM standing s JOIN region l ON l.id = s.leaf_id WHERE l.path LIKE $1 AND NOT s.trained_any`

function exported(name, login, { region, path, target }) {
  return {
    name,
    target,
    warm: 0,
    rounds: 1,
    clients: { 1: 1 },
    async prepare(place) {
      const { cookie, personId } = await place.people.officer(login)
      const [{ found }] = await place.rows(MISSING, [`${path}%`])
      const view = { region, state: 'missing', roster: 'all' }
      const small = `/api/lists/training?${new URLSearchParams(view)}`
      const perform = async () => {
        const address = found > LARGE_ROWS ? await askedFor(place, { personId, region, view, found }) : small
        // Read as it comes: a file of a hundred megabytes in the client's memory would be measured, too.
        const peak = await watched(place, () => place.drain(address, { cookie }))
        console.log(`  ${name}: ${found} rows, web process at most ${Math.round(peak / 1e6)} MB`)
      }
      return { note: `${found} rows`, perform }
    },
  }
}

/** What a country of enterprises must not slow down: areas from the leaf's county to the root, the list behind a number, exports, the recount. */
export const countryOperations = [
  page('area root', 'big-root', 40, '/manage/area/0?roster=all', '41,000 leaves beneath'),
  page('area province', 'big-province', 15, '/manage/area/33?roster=all'),
  page('area county', 'big-county', 15, `/manage/area/${COUNTY}?roster=all`),
  page('list county', 'big-county', 15, `/manage/lists/training?${search(COUNTY)}`),
  page('list root', 'big-root', 15, `/manage/lists/training?${search('0')}`),
  exported('export-xlsx county', 'big-county', { region: COUNTY, path: `0.33.3302.${COUNTY}.`, target: null }),
  exported('export-xlsx province', 'big-province', { region: '33', path: '0.33.', target: null }),
  exported('export-xlsx root', 'big-root', { region: '0', path: '0.', target: null }),
  // Once and cold: at a million enterprises it takes minutes.
  { ...recount, warm: 0, rounds: 1 },
]
