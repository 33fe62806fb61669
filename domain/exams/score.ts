import { type AnswerKey, type AnswerValue, placedPair } from './answer-key'
import { isWithin, parseDecimal } from './decimal'

/** A whole question's score. Divisible by 1 to 8, so that every part mark of a question with up to eight options is exact. */
export const POINT = 840

/**
 * The score of a saved answer in 840ths, 0 to `POINT` (decision 028). Nothing saved, an unreadable number, or more than one choice
 * where one is asked for, scores nothing. Never throws.
 *
 * - single, true/false, numeric, fill-in: all or nothing;
 * - multiple: the share of right options chosen less the share of wrong options chosen, so ticking everything earns nothing;
 * - ordering: the share of neighbours in the right order, when every item has a place of its own;
 * - matching: the share of right pairs.
 */
export function scoreOf(key: AnswerKey, value: AnswerValue | undefined): number {
  const chosen = new Set(value ?? [])
  if (chosen.size === 0) return 0
  switch (key.kind) {
    case 'single':
      return whole(chosen.size === 1 && chosen.has(key.correct))
    case 'truefalse':
      return whole(chosen.size === 1 && chosen.has(String(key.correct)))
    case 'numeric':
      return whole(chosen.size === 1 && isNear([...chosen][0] ?? '', key.correct, key.tolerance))
    case 'fillin':
      return whole(chosen.size === 1 && isAccepted([...chosen][0] ?? '', key.accepted))
    case 'multiple':
      return multipleScore(key, chosen)
    case 'ordering':
      return orderingScore(key.order, chosen)
    case 'matching':
      return matchingScore(key.pairs, chosen)
  }
}

/** How typed words are compared: width, letter case, spaces and a full stop at the end make no difference. */
export function plainWords(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s+/g, '')
    .replace(/[.。]$/, '')
}

function whole(isRight: boolean): number {
  return isRight ? POINT : 0
}

function isNear(text: string, correct: string, tolerance: string): boolean {
  const [answer, key, within] = [parseDecimal(text), parseDecimal(correct), parseDecimal(tolerance)]
  return answer !== null && key !== null && within !== null && isWithin(answer, key, within)
}

function isAccepted(text: string, accepted: readonly string[]): boolean {
  const plain = plainWords(text)
  return plain !== '' && accepted.some((one) => plainWords(one) === plain)
}

function multipleScore(key: { correct: readonly string[]; wrong?: number }, chosen: Set<string>): number {
  const right = key.correct.filter((option) => chosen.has(option)).length
  const wrong = chosen.size - right
  if (!key.wrong) return whole(right === key.correct.length && wrong === 0)
  return Math.max(0, Math.floor((POINT * right) / key.correct.length) - Math.ceil((POINT * wrong) / key.wrong))
}

function orderingScore(order: readonly string[], chosen: Set<string>): number {
  const places = new Map([...chosen].map(placedPair).map(([item, place]) => [place, item]))
  const given = order.map((_, index) => places.get(String(index + 1)))
  const isComplete = chosen.size === order.length && new Set(given).size === order.length && !given.includes(undefined)
  if (!isComplete || given.some((item) => !order.includes(item ?? ''))) return 0
  const next = new Map(order.map((item, index) => [item, order[index + 1]]))
  const neighbours = given.slice(1).filter((item, index) => next.get(given[index] ?? '') === item).length
  return Math.floor((POINT * neighbours) / (order.length - 1))
}

function matchingScore(pairs: readonly (readonly [string, string])[], chosen: Set<string>): number {
  const given = [...chosen].map(placedPair)
  // A left side with two answers is none.
  const once = given.filter(([left]) => given.filter(([other]) => other === left).length === 1)
  const right = pairs.filter(([left, wanted]) => once.some(([item, choice]) => item === left && choice === wanted))
  return Math.floor((POINT * right.length) / pairs.length)
}

/** Is the saved answer wholly right? */
export function isRight(key: AnswerKey, value: AnswerValue | undefined): boolean {
  return scoreOf(key, value) === POINT
}
