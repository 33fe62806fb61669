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
      const { cookie } = await place.people.officer(login)
      const [{ found }] = await place.rows(MISSING, [`${path}%`])
      const address = `/api/lists/training?${new URLSearchParams({ region, state: 'missing', roster: 'all' })}`
      return { note: `${found} rows`, perform: () => place.send(address, { cookie }) }
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
  recount,
]
