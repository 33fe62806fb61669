import type { CompiledQuestion } from './compiled'

/**
 * What is stored of a drawn question: everything grading and review need, so that they read only the database (design.md 7).
 * Named places are copied in, because the course may change.
 */
export type ItemBody = CompiledQuestion & { course: string; conceptTitle: string; lesson: string; lessonTitle: string }

/** An attempt's own option ids, in the order shown, with the item's ids they stand for. */
export type OptionMap = [shown: string, own: string][]

/** A question as a learner may see it while the attempt is open. It has no field for key, weight or reason. */
export type LearnerQuestion = {
  position: number
  kind: 'single' | 'multiple' | 'truefalse' | 'numeric'
  prompt: string
  unit: string | null
  options: { id: string; text: string }[]
}

/**
 * The learner's view of a stored item: built field by field, so that nothing added to an item later can leak.
 * A true/false question's options carry the word `true` or `false` as text, for the page to translate.
 */
export function learnerQuestion(position: number, body: ItemBody, optionMap: OptionMap): LearnerQuestion {
  const texts = new Map(body.options.map((option) => [option.id, option.text]))
  return {
    position,
    kind: body.kind,
    prompt: body.prompt,
    unit: body.unit,
    options: optionMap.map(([shown, own]) => ({ id: shown, text: texts.get(own) ?? own })),
  }
}

/** The ids the item itself uses, before they are re-keyed. A numeric question has none. */
export function ownOptionIds(question: CompiledQuestion): string[] {
  if (question.kind === 'truefalse') return ['true', 'false']
  return question.options.map((option) => option.id)
}

/** A saved answer in the item's own ids. An id the paper does not have becomes one that is never right. */
export function ownAnswer(value: readonly string[], kind: ItemBody['kind'], optionMap: OptionMap): string[] {
  if (kind === 'numeric') return [...value]
  const own = new Map(optionMap)
  return value.map((shown) => own.get(shown) ?? '')
}
