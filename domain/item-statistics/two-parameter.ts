/** One person's answers: which question (index), right or not. */
export type Responses = readonly { item: number; isRight: boolean }[]

/**
 * A question in the two-parameter logistic model: P(right | ability θ) = 1 / (1 + exp(−a (θ − b))), abilities having mean 0 and
 * standard deviation 1. `errorOfB` is b's standard error.
 */
export type TwoParameters = { a: number; b: number; errorOfB: number }

const NODES = 41
const REACH = 4
const ROUNDS = 200
const STEADY = 1e-4
/** Priors that keep rare or one-sided answers from running away: ln a ~ N(0, 0.5), b ~ N(0, 2). */
const LN_A_VARIANCE = 0.25
const B_VARIANCE = 4

/**
 * Marginal maximum likelihood by EM (Bock and Aitkin 1981) with weak priors: abilities are integrated out over 41 points of a standard
 * normal, then each question's a and b are improved by Newton steps on the expected counts, until nothing moves by more than 0.0001.
 * People may have answered different questions. Method and check: decision 031.
 *
 * @param itemCount questions are numbered 0 to itemCount − 1; one nobody answered gets the priors' middle, a = 1, b = 0
 */
export function fitTwoParameters(people: readonly Responses[], itemCount: number): TwoParameters[] {
  const nodes = Array.from({ length: NODES }, (_, index) => -REACH + (2 * REACH * index) / (NODES - 1))
  const density = nodes.map((theta) => Math.exp((-theta * theta) / 2))
  const total = density.reduce((sum, value) => sum + value, 0)
  const prior = density.map((value) => value / total)
  let items = Array.from({ length: itemCount }, (): TwoParameters => ({ a: 1, b: 0, errorOfB: Math.sqrt(B_VARIANCE) }))
  for (let round = 0; round < ROUNDS; round++) {
    const counts = expectedCounts(people, items, nodes, prior)
    const next = items.map((item, index) => improved(item, counts[index] ?? EMPTY, nodes))
    const moved = next.map(({ a, b }, index) =>
      Math.max(Math.abs(a - (items[index]?.a ?? 0)), Math.abs(b - (items[index]?.b ?? 0))),
    )
    items = next
    if (Math.max(0, ...moved) < STEADY) break
  }
  return items
}

/** Per node: how many people of that ability are expected to have answered, and how many of them right. */
type Counts = { answered: Float64Array; right: Float64Array }
const EMPTY: Counts = { answered: new Float64Array(NODES), right: new Float64Array(NODES) }

function expectedCounts(
  people: readonly Responses[],
  items: readonly TwoParameters[],
  nodes: readonly number[],
  prior: readonly number[],
): Counts[] {
  const logs = items.map((item) => nodes.map((theta) => logChances(item, theta)))
  const counts = items.map(() => ({ answered: new Float64Array(NODES), right: new Float64Array(NODES) }))
  for (const responses of people) {
    const weights = posterior(responses, logs, prior)
    for (const { item, isRight } of responses) {
      const count = counts[item]
      if (!count) continue
      for (let node = 0; node < NODES; node++) {
        const weight = weights[node] ?? 0
        count.answered[node] = (count.answered[node] ?? 0) + weight
        if (isRight) count.right[node] = (count.right[node] ?? 0) + weight
      }
    }
  }
  return counts
}

type LogChances = { right: number; wrong: number }

function logChances({ a, b }: TwoParameters, theta: number): LogChances {
  const z = a * (theta - b)
  // ln(1 / (1 + e^-z)) without overflow on either side.
  const right = z > 0 ? -Math.log1p(Math.exp(-z)) : z - Math.log1p(Math.exp(z))
  return { right, wrong: right - z }
}

function posterior(responses: Responses, logs: readonly LogChances[][], prior: readonly number[]): number[] {
  const likelihood = prior.map((weight, node) => {
    let sum = Math.log(weight)
    for (const { item, isRight } of responses) {
      const chances = logs[item]?.[node]
      if (chances) sum += isRight ? chances.right : chances.wrong
    }
    return sum
  })
  const highest = Math.max(...likelihood)
  const scaled = likelihood.map((value) => Math.exp(value - highest))
  const total = scaled.reduce((sum, value) => sum + value, 0)
  return scaled.map((value) => value / total)
}

/** One damped Newton step in (ln a, b) on the expected log-likelihood with priors. */
function improved(item: TwoParameters, { answered, right }: Counts, nodes: readonly number[]): TwoParameters {
  const { a, b } = item
  const lnA = Math.log(a)
  let [slopeA, slopeB] = [-lnA / LN_A_VARIANCE, -b / B_VARIANCE]
  let [infoAA, infoAB, infoBB] = [1 / LN_A_VARIANCE, 0, 1 / B_VARIANCE]
  nodes.forEach((theta, node) => {
    const chance = 1 / (1 + Math.exp(-a * (theta - b)))
    const people = answered[node] ?? 0
    const surplus = (right[node] ?? 0) - people * chance
    const information = people * chance * (1 - chance)
    const [byA, byB] = [a * (theta - b), -a]
    slopeA += surplus * byA
    slopeB += surplus * byB
    infoAA += information * byA * byA
    infoAB += information * byA * byB
    infoBB += information * byB * byB
  })
  const determinant = infoAA * infoBB - infoAB * infoAB
  const stepA = bounded((infoBB * slopeA - infoAB * slopeB) / determinant)
  const stepB = bounded((infoAA * slopeB - infoAB * slopeA) / determinant)
  return { a: Math.exp(lnA + stepA), b: b + stepB, errorOfB: Math.sqrt(infoAA / determinant) }
}

function bounded(step: number): number {
  return Math.max(-0.5, Math.min(0.5, step))
}
