/** A closed paper as the signals look at it: wrong answers by question and what exactly was chosen. */
export type SignalPaper = {
  attempt: string
  person: string
  /** Question → chosen ids, sorted and joined, or typed words; only answers that were wrong. */
  wrong: ReadonlyMap<string, string>
  /** All questions of the paper. */
  asked: readonly string[]
}

/** Chance of each wrong answer to a question among everybody who was asked it: question → answer → 0 to 1. */
export type WrongShares = ReadonlyMap<string, ReadonlyMap<string, number>>

/** Fewer shared wrong answers than this are never a signal, however unlikely. */
export const SHARED_FROM = 4
/** How unlikely by chance, over all pairs looked at, a pattern must be to be asked about. */
const UNLIKELY = 0.001
/** Below this number of questions a paper is too short to say anything about its pace. */
const PACE_FROM = 5
const SECONDS_A_QUESTION = 3
const MOSTLY_RIGHT = 0.8

/**
 * Was a paper answered faster than its questions can be read, and mostly right? At most three seconds a question over the whole
 * paper, at least four in five right, at least five questions. Only yes or no leaves this function: no times are kept.
 *
 * @param seconds from the paper's opening to its last answer
 */
export function isImplausiblyFast(paper: { questions: number; right: number; seconds: number }): boolean {
  return (
    paper.questions >= PACE_FROM &&
    paper.right >= MOSTLY_RIGHT * paper.questions &&
    paper.seconds < SECONDS_A_QUESTION * paper.questions
  )
}

/** How often each wrong answer was given, among all who were asked the question. */
export function wrongShares(papers: readonly SignalPaper[]): WrongShares {
  const asked = new Map<string, number>()
  const given = new Map<string, Map<string, number>>()
  for (const paper of papers) {
    for (const question of paper.asked) asked.set(question, (asked.get(question) ?? 0) + 1)
    for (const [question, answer] of paper.wrong) {
      const counts = given.get(question) ?? new Map<string, number>()
      counts.set(answer, (counts.get(answer) ?? 0) + 1)
      given.set(question, counts)
    }
  }
  return new Map(
    [...given].map(([question, counts]) => [
      question,
      new Map([...counts].map(([answer, count]) => [answer, count / (asked.get(question) ?? 1)])),
    ]),
  )
}

export type SharedPattern = { one: string; other: string; shared: number; bothWrong: number; bothAsked: number }

/**
 * Pairs of papers of different people that share more of the same wrong answers than chance explains. For every question both were
 * asked, chance is the sum of the squared shares of its wrong answers (both choose the same one, knowing nothing of each other); the
 * number of shared ones is compared with the exact distribution of that sum of unequal chances. A pair is told when that many or
 * more would come by chance less than once in a thousand over all pairs looked at.
 *
 * Right answers shared are no sign of anything: that is what learning is for.
 */
export function sharedPatterns(
  pairs: readonly (readonly [SignalPaper, SignalPaper])[],
  shares: WrongShares,
): SharedPattern[] {
  const looked = pairs.filter(([one, other]) => one.person !== other.person)
  return looked.flatMap(([one, other]) => {
    const both = one.asked.filter((question) => other.asked.includes(question))
    const shared = both.filter(
      (question) => one.wrong.has(question) && one.wrong.get(question) === other.wrong.get(question),
    )
    if (shared.length < SHARED_FROM) return []
    const chances = both.map((question) =>
      [...(shares.get(question)?.values() ?? [])].reduce((sum, share) => sum + share * share, 0),
    )
    if (atLeast(chances, shared.length) * looked.length >= UNLIKELY) return []
    const bothWrong = both.filter((question) => one.wrong.has(question) && other.wrong.has(question)).length
    return [{ one: one.attempt, other: other.attempt, shared: shared.length, bothWrong, bothAsked: both.length }]
  })
}

/** The chance of `count` or more among independent events with these chances, exactly. */
export function atLeast(chances: readonly number[], count: number): number {
  let exactly = [1]
  for (const chance of chances) {
    exactly = [...exactly, 0].map((value, hits) => value * (1 - chance) + (exactly[hits - 1] ?? 0) * chance)
  }
  return exactly.slice(count).reduce((sum, value) => sum + value, 0)
}
