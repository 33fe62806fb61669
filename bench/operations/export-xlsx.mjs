import { importRoster } from './import.mjs'

/** The list behind a number as Excel, 10,000 rows and a few of the demonstration. */
export const exportXlsx = {
  name: 'export-xlsx',
  target: 1_500,
  warm: 1,
  rounds: 3,
  clients: { 1: 2 },
  async prepare(place) {
    if (!place.importedCounty) await (await importRoster.prepare(place)).perform(0)
    const { cookie } = await place.people.officer('demo-city')
    const [{ found }] = await place.rows(
      `SELECT count(*)::int AS found FROM standing s JOIN region t ON t.id = s.leaf_id JOIN region c ON c.id = t.parent_id
        WHERE c.code = $1 AND s.is_key AND s.trained_any IS FALSE`,
      [place.importedCounty],
    )
    const path = `/api/lists/training?region=${place.importedCounty}&state=missing`
    return { note: `${found} rows`, perform: () => place.send(path, { cookie }) }
  },
}
