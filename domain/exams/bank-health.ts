/** What the health of a bank is told from: single choices with their options in the order they are written. */
export type HealthQuestion = {
  id: string
  kind: string
  concept: string
  difficulty: number
  /** Words without markup. */
  prompt: string
  options: { text: string; isRight: boolean }[]
}

/** How a bank of questions is. Shares are 0 to 1. */
export type BankHealth = {
  questions: number
  kinds: Record<string, number>
  /** Concepts with fewer than three questions. */
  thinConcepts: string[]
  /** Among single choices: how often the right option is the longest by itself, and what chance would bring. */
  longest: { share: number; chance: number; isSkewed: boolean }
  /** Among single choices: how often the right option stands first, second, …; skewed when chance would hardly bring it. */
  positions: { counts: number[]; isSkewed: boolean }
  /** Pairs of questions that ask nearly the same. */
  nearDuplicates: { one: string; other: string; likeness: number }[]
  /** Options that say "all of the above" and the like. */
  allOfThem: string[]
}

const THIN = 3
/** Below this number of single choices nothing is said about where the right ones stand. */
const SKEW_FROM = 20
/** Two questions whose words share so many of their pairs of characters ask nearly the same. */
const LIKE = 0.8
const ALL_OF_THEM =
  /^(?:以上|上述)(?:都|皆|全|均)|^(?:都|全)(?:对|是)$|都不(?:对|是)$|all of the above|none of the above/i

/**
 * Looks for what gives answers away or wastes a learner's time: the right option longest or at one place too often, questions that are
 * nearly the same, "all of the above", concepts hardly asked about. Thresholds and why: decision 033.
 */
export function bankHealth(questions: readonly HealthQuestion[], concepts: readonly string[]): BankHealth {
  const singles = questions.filter(({ kind }) => kind === 'single')
  const kinds: Record<string, number> = {}
  for (const { kind } of questions) kinds[kind] = (kinds[kind] ?? 0) + 1
  return {
    questions: questions.length,
    kinds,
    thinConcepts: concepts.filter((id) => questions.filter(({ concept }) => concept === id).length < THIN),
    longest: longestBias(singles),
    positions: positionBias(singles),
    nearDuplicates: nearDuplicates(questions),
    allOfThem: questions
      .filter(({ options }) => options.some(({ text }) => ALL_OF_THEM.test(text.trim())))
      .map(({ id }) => id),
  }
}

function longestBias(singles: readonly HealthQuestion[]): BankHealth['longest'] {
  const size = (text: string) => [...text].length
  const told = singles.filter(({ options }) => {
    const lengths = options.map(({ text }) => size(text)).sort((one, other) => other - one)
    return (lengths[0] ?? 0) > (lengths[1] ?? 0)
  })
  if (told.length === 0) return { share: 0, chance: 0, isSkewed: false }
  const isLongest = ({ options }: HealthQuestion) => {
    const right = options.find(({ isRight }) => isRight)
    return right !== undefined && options.every((option) => option === right || size(option.text) < size(right.text))
  }
  const share = told.filter(isLongest).length / told.length
  const chance = told.reduce((sum, { options }) => sum + 1 / options.length, 0) / told.length
  // Three standard deviations of that many throws.
  const bound = chance + 3 * Math.sqrt((chance * (1 - chance)) / told.length)
  return { share, chance, isSkewed: told.length >= SKEW_FROM && share > bound }
}

/** Chi-square over the places of questions with four options, at one in a thousand (16.27 with three degrees of freedom). */
function positionBias(singles: readonly HealthQuestion[]): BankHealth['positions'] {
  const four = singles.filter(({ options }) => options.length === 4)
  const counts = [0, 1, 2, 3].map((place) => four.filter(({ options }) => options[place]?.isRight).length)
  const expected = four.length / 4
  const chiSquare = expected === 0 ? 0 : counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
  return { counts, isSkewed: four.length >= SKEW_FROM && chiSquare > 16.27 }
}

function nearDuplicates(questions: readonly HealthQuestion[]): BankHealth['nearDuplicates'] {
  // Figures are part of the words: the same sum with other numbers is another question only when its words differ, too.
  const pairs = questions.map(({ id, prompt, options }) => ({
    id,
    pairs: bigrams(
      `${prompt}${options
        .map(({ text }) => text)
        .sort()
        .join('')}`.replace(/[\d,.\s，。？?、：；“”（）()]/g, ''),
    ),
  }))
  return pairs.flatMap((one, index) =>
    pairs.slice(index + 1).flatMap((other) => {
      const likeness = jaccard(one.pairs, other.pairs)
      return likeness >= LIKE ? [{ one: one.id, other: other.id, likeness }] : []
    }),
  )
}

function bigrams(text: string): Set<string> {
  const characters = [...text]
  return new Set(characters.slice(1).map((character, index) => `${characters[index]}${character}`))
}

function jaccard(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (one.size === 0 || other.size === 0) return 0
  let both = 0
  for (const pair of one) if (other.has(pair)) both++
  return both / (one.size + other.size - both)
}
