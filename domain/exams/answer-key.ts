/**
 * What the right answer to a question is. Option ids are the bank's own, never those shown to a learner.
 * A multiple choice without `wrong` (how many wrong options it offers) was stored before part marks: all of it or nothing.
 */
export type AnswerKey =
  | { kind: 'single'; correct: string }
  | { kind: 'multiple'; correct: readonly string[]; wrong?: number }
  | { kind: 'truefalse'; correct: boolean }
  | { kind: 'numeric'; correct: string; tolerance: string }
  | { kind: 'fillin'; accepted: readonly string[] }
  | { kind: 'ordering'; order: readonly string[] }
  | { kind: 'matching'; pairs: readonly (readonly [left: string, right: string])[] }

/**
 * A saved answer: chosen option ids, `true`/`false` as one chosen word, a typed number or word, or for ordering and matching
 * `item=place` (places count from 1) and `left=right`, one for each item that was placed.
 */
export type AnswerValue = readonly string[]

/** The two sides of `item=place` or `left=right`; the right side is empty where nothing was chosen. */
export function placedPair(text: string): [item: string, choice: string] {
  const at = text.indexOf('=')
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)]
}

/** An answer that is wholly right, in the bank's own ids: of several accepted words the first. */
export function rightAnswerOf(key: AnswerKey): string[] {
  switch (key.kind) {
    case 'multiple':
      return [...key.correct]
    case 'fillin':
      return key.accepted.slice(0, 1)
    case 'ordering':
      return key.order.map((item, index) => `${item}=${index + 1}`)
    case 'matching':
      return key.pairs.map(([left, right]) => `${left}=${right}`)
    default:
      return [String(key.correct)]
  }
}
