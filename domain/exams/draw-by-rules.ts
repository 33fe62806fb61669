import { type Drawable, drawPaper } from './draw-paper'
import { type Cells, paperPlan } from './paper-plan'
import { randomFrom, shuffled } from './random'

/** So many questions of these levels (1–3) together. */
export type Band = { difficulties: readonly number[]; count: number }

/**
 * What every paper of an exam consists of (decision 029). `bands` give how many of which difficulty and add up to `draw`; `atLeast` how many of a concept there must be; `mustHave` are question ids in every paper; `cases` how many cases with shared
 * material.
 */
export type PaperRules = {
  draw: number
  bands: readonly Band[]
  atLeast: readonly { concept: string; count: number }[]
  mustHave: readonly string[]
  cases: number
}

/** What drawing by rules needs to know of a question. */
export type Graduated = Drawable & { difficulty: number }

/** A paper, and whether it keeps every rule: a bank that lost questions after its check may not be able to. */
export type DrawnPaper<Q> = { questions: Q[]; keepsRules: boolean }

const CASE_CHOICES = 24

/**
 * Draws a paper that keeps the rules: exactly so many questions of each difficulty, so that every paper is as hard as every other;
 * every concept's minimum; the must-haves; the cases; and the rest spread over the concepts. Within that, what this person was not
 * asked before comes first. When the bank cannot keep the rules, the paper is spread over the concepts alone.
 *
 * @param askedIds ids asked before, the latest last, repeats allowed
 * @throws RangeError when the bank cannot give `draw` questions at all
 */
export function drawByRules<Q extends Graduated>(
  bank: readonly Q[],
  rules: PaperRules,
  seed: string,
  askedIds: readonly string[] = [],
): DrawnPaper<Q> {
  const random = randomFrom(seed)
  const sorted = [...bank].sort((one, other) => (one.id < other.id ? -1 : 1))
  const singles = sorted.filter((question) => !question.group)
  for (let choice = 0; choice < CASE_CHOICES; choice++) {
    const fixed = fixedUnits(sorted, rules, random)
    const rest = fixed && restOf(singles, fixed.flat(), rules, random, askedIds)
    if (rest) return { questions: shuffled([...fixed, ...rest.map((one) => [one])], random).flat(), keepsRules: true }
    if (rules.cases === 0) break
  }
  return { questions: drawPaper(bank, seed, rules.draw), keepsRules: false }
}

/**
 * How many of each difficulty a paper of `draw` gets when nothing is said: the bank's own shares, by largest remainder. A level too
 * rare for a question of its own shares a band with the level next to it, so that its questions are asked, too.
 */
export function bandsOf(bank: readonly { difficulty: number }[], draw: number): Band[] {
  const levels = [...new Set(bank.map((question) => question.difficulty))].sort()
  let bands = shared(
    bank,
    draw,
    levels.map((level) => [level]),
  )
  for (let rare = bands.findIndex(({ count }) => count === 0); rare >= 0 && bands.length > 1; ) {
    const beside = rare > 0 ? rare - 1 : 1
    const merged = bands.map(({ difficulties }) => difficulties)
    merged[beside] = [...(merged[beside] ?? []), ...(merged[rare] ?? [])].sort()
    bands = shared(bank, draw, merged.toSpliced(rare, 1))
    rare = bands.findIndex(({ count }) => count === 0)
  }
  return bands
}

function shared(bank: readonly { difficulty: number }[], draw: number, levels: readonly (readonly number[])[]): Band[] {
  const parts = levels.map((difficulties) => {
    const exact = bank.filter((question) => difficulties.includes(question.difficulty)).length * draw
    return { difficulties, count: Math.floor(exact / bank.length), left: exact % bank.length }
  })
  const missing = draw - parts.reduce((sum, part) => sum + part.count, 0)
  const raised = new Set([...parts].sort((one, other) => other.left - one.left).slice(0, missing))
  return parts.map((part) => ({ difficulties: part.difficulties, count: part.count + (raised.has(part) ? 1 : 0) }))
}

/** Must-haves and as many cases as wanted, each drawn whole; null when they are not there. */
function fixedUnits<Q extends Graduated>(bank: readonly Q[], rules: PaperRules, random: () => number): Q[][] | null {
  const groups = [...new Set(bank.flatMap(({ group }) => (group ? [group.id] : [])))]
  const whole = (id: string) =>
    bank.filter(({ group }) => group?.id === id).sort((one, other) => (one.group?.part ?? 0) - (other.group?.part ?? 0))
  const needed = rules.mustHave.map((id) => bank.find((question) => question.id === id))
  if (needed.includes(undefined)) return null
  const neededGroups = [...new Set(needed.flatMap((question) => (question?.group ? [question.group.id] : [])))]
  const free = shuffled(
    groups.filter((id) => !neededGroups.includes(id)),
    random,
  )
  const wanted = [...neededGroups, ...free].slice(0, Math.max(rules.cases, neededGroups.length))
  if (wanted.length < rules.cases) return null
  const alone = needed.flatMap((question) => (question && !question.group ? [[question]] : []))
  return [...alone, ...wanted.map(whole)]
}

function restOf<Q extends Graduated>(
  singles: readonly Q[],
  fixed: readonly Q[],
  rules: PaperRules,
  random: () => number,
  askedIds: readonly string[],
): Q[] | null {
  const bandOf = (one: Q) => rules.bands.findIndex(({ difficulties }) => difficulties.includes(one.difficulty))
  const left = rules.bands.map(
    ({ count }, band) => [band, count - fixed.filter((one) => bandOf(one) === band).length] as const,
  )
  if (left.some(([, count]) => count < 0) || fixed.some((one) => bandOf(one) < 0)) return null
  const free = singles.filter((question) => !fixed.includes(question))
  const atLeast = rules.atLeast.map(({ concept, count }) => {
    const has = fixed.filter((one) => one.concept === concept).length
    return [concept, Math.max(0, count - has)] as const
  })
  const cells = cellsOf(free, bandOf)
  const plan = paperPlan(cells, { perBand: new Map(left), atLeast: new Map(atLeast) }, random)
  return plan && pick(free, { plan, bandOf, askedIds }, random)
}

function cellsOf<Q extends Graduated>(questions: readonly Q[], bandOf: (question: Q) => number): Cells {
  const cells = new Map<string, Map<number, number>>()
  for (const question of questions) {
    const bands = cells.get(question.concept) ?? new Map<number, number>()
    bands.set(bandOf(question), (bands.get(bandOf(question)) ?? 0) + 1)
    cells.set(question.concept, bands)
  }
  return cells
}

/** In every cell first what was never asked, then what was asked longest ago; chance decides among equals. */
function pick<Q extends Graduated>(
  questions: readonly Q[],
  { plan, bandOf, askedIds }: { plan: Cells; bandOf: (question: Q) => number; askedIds: readonly string[] },
  random: () => number,
): Q[] {
  const lastAsked = new Map(askedIds.map((id, index) => [id, index]))
  const age = ({ id }: Q) => lastAsked.get(id) ?? -1
  return [...plan].flatMap(([concept, bands]) =>
    [...bands].flatMap(([band, count]) => {
      const cell = questions.filter((one) => one.concept === concept && bandOf(one) === band)
      return shuffled(cell, random)
        .sort((one, other) => age(one) - age(other))
        .slice(0, count)
    }),
  )
}
