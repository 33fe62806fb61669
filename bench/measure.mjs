/** No round of one operation takes longer, however slow the machine; what was done until then counts. */
const LONGEST_ROUND_MS = 60_000

/**
 * Warms an operation up and measures it: `rounds` rounds at each of its numbers of clients. An operation is
 *   {name, target (CPU ms or null), clients: {1: operations a round, 8: …}, warm, rounds (fewer than asked), prepare(place, total)}
 * where `prepare` makes room for `total` operations and answers {perform(index, client)}, or {batch({first, count, clients})} → ms each, or
 * {rows} when there is nothing to time; `note`, `suffix` are shown, `finish` cleans up.
 */
export async function measure(operation, place) {
  const rounds = Math.min(place.rounds, operation.rounds ?? place.rounds)
  const { clients, warm = 10 } = operation
  const total = warm + rounds * Object.values(clients ?? {}).reduce((sum, count) => sum + count, 0)
  const work = await operation.prepare(place, total)
  if (work.rows) return work.rows
  const batch = work.batch ?? ((asked) => inParallel(asked, work.perform))
  try {
    let first = 0
    const take = (count) => {
      first += count
      return first - count
    }
    if (warm > 0) await batch({ first: take(warm), count: warm, clients: Math.min(8, warm) })
    const rows = []
    for (const [number, count] of Object.entries(clients)) {
      const done = []
      for (let round = 0; round < rounds; round++) {
        done.push(await timed(place, () => batch({ first: take(count), count, clients: Number(number) })))
      }
      rows.push(rowOf(operation, work, Number(number), done))
    }
    return rows
  } finally {
    await work.finish?.()
  }
}

/** Performs operations `first` … with so many clients, each beginning its next one when its last is done. @returns ms of each */
async function inParallel({ first, count, clients }, perform) {
  const until = performance.now() + LONGEST_ROUND_MS
  const walls = []
  let next = first
  const client = async (_, number) => {
    while (next < first + count && performance.now() < until) {
      const index = next++
      const began = performance.now()
      await perform(index, number)
      walls.push(performance.now() - began)
    }
  }
  await Promise.all(Array.from({ length: clients }, client))
  return walls
}

async function timed(place, work) {
  const before = place.shares()
  const began = performance.now()
  const walls = await work()
  const seconds = (performance.now() - began) / 1000
  const after = place.shares()
  const each = (share) => (after[share] - before[share]) / walls.length
  const [app, database] = [each('app'), each('database')]
  return { walls, app, database, cpu: app + database, perSecond: walls.length / seconds }
}

function rowOf({ name, target }, { suffix, note }, clients, done) {
  const middle = (share) =>
    quantile(
      done.map((round) => round[share]),
      0.5,
    )
  const walls = done.flatMap((round) => round.walls)
  return {
    name: suffix ? `${name} ${suffix}` : name,
    clients,
    n: walls.length,
    cpu: middle('cpu'),
    best: Math.min(...done.map((round) => round.cpu)),
    app: middle('app'),
    database: middle('database'),
    p50: quantile(walls, 0.5),
    p95: quantile(walls, 0.95),
    p99: quantile(walls, 0.99),
    perSecond: middle('perSecond'),
    target,
    note,
  }
}

/** The value below which this share of all lies. */
export function quantile(values, share) {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]
}
