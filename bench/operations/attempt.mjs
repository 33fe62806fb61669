export const COURSE = 'guiji-fuzhuzhang'
const EXAM = `/learn/exams/${COURSE}-ceping`

const RIGHT = `
  SELECT i.position, v.body -> 'key' AS key, i.option_map AS map
  FROM attempt_item i JOIN item_version v ON v.sha256 = i.item_sha WHERE i.attempt_id = $1 ORDER BY i.position`

/** The form of a paper whose script has saved every answer already. */
const HANDED_IN = {
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
  body: Buffer.from('intent=submit&live=1'),
}

/** A certifying paper from its start to its result, every answer saved by itself and right, so that a completion is counted. */
export const attempt = {
  name: 'attempt',
  target: 40,
  clients: { 1: 10, 8: 24 },
  prepare: async (place, total) => ({
    note: 'fifteen saves, not ten',
    perform: await attempts(place, total),
  }),
}

/** @returns a function that lets the clerk of this number sit the paper */
export async function attempts(place, count) {
  const clerks = await place.people.clerks(count)
  return async (index) => {
    const { cookie } = clerks[index]
    const paper = await start(place, cookie)
    await place.page(paper, cookie)
    for (const answer of await rightAnswers(place, paper)) await save(place, { paper, cookie, ...answer, seq: 1 })
    await handIn(place, { paper, cookie })
    const result = await place.page(paper, cookie)
    if (!result.includes('通过了')) throw new Error(`${paper} was not passed.`)
  }
}

/** Presses the start button. @returns the paper's path */
export const start = async ({ send }, cookie) =>
  (await send(`${EXAM}/start`, { method: 'POST', cookie, expected: 303 })).location

/** Hands a paper in whose answers are saved. */
export function handIn({ send }, { paper, cookie }) {
  return send(`${paper}/paper`, { method: 'POST', cookie, ...HANDED_IN, expected: 303 })
}

/** Saves one answer as the paper's script does. */
export function save({ send }, { paper, cookie, position, value, seq }) {
  const id = paper.split('/').at(-1)
  return send(`/api/attempts/${id}/answers/${position}`, {
    method: 'PUT',
    cookie,
    headers: { 'content-type': 'application/json' },
    body: Buffer.from(JSON.stringify({ v: 1, seq, value })),
  })
}

/** The right values of each question, from the stored paper: a page must not know them. */
export async function rightAnswers({ rows }, paper) {
  const items = await rows(RIGHT, [paper.split('/').at(-1)])
  return items.map(({ position, key, map }) => ({
    position,
    value: shownAnswer(key, new Map(map.map(([a, b]) => [b, a]))),
  }))
}

/** @param {Map<string, string>} shown the attempt's own option ids by those of the bank */
function shownAnswer(key, shown) {
  switch (key.kind) {
    case 'numeric':
      return [key.correct]
    case 'fillin':
      return [key.accepted[0]]
    case 'ordering':
      return key.order.map((own, index) => `${shown.get(own)}=${index + 1}`)
    case 'matching':
      return key.pairs.map(([left, right]) => `${shown.get(left)}=${shown.get(right)}`)
    default:
      return [key.correct].flat().map((own) => shown.get(String(own)))
  }
}
