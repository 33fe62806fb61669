import { type AnswerKey, placedPair } from '@/domain/exams/answer-key'
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
  kind: CompiledQuestion['kind']
  prompt: string
  unit: string | null
  options: { id: string; text: string }[]
  /** Matching: what the options are matched with. */
  targets: { id: string; text: string }[]
  /** A part of a case, with the material that its parts share. */
  group: { material: string; part: number; parts: number } | null
}

/**
 * The learner's view of a stored item: built field by field, so that nothing added to an item later can leak.
 * A true/false question's options carry the word `true` or `false` as text, for the page to translate.
 */
export function learnerQuestion(position: number, body: ItemBody, optionMap: OptionMap): LearnerQuestion {
  const texts = new Map(body.options.map((option) => [option.id, option.text]))
  // Items stored before there were matching questions and cases have neither.
  const targets = new Map((body.targets ?? []).map((target) => [target.id, target.text]))
  const { group } = body
  return {
    position,
    kind: body.kind,
    prompt: body.prompt,
    unit: body.unit,
    options: optionMap
      .filter(([, own]) => !targets.has(own))
      .map(([shown, own]) => ({ id: shown, text: texts.get(own) ?? own })),
    targets: optionMap.flatMap(([shown, own]) => {
      const text = targets.get(own)
      return text === undefined ? [] : [{ id: shown, text }]
    }),
    group: group ? { material: group.material, part: group.part, parts: group.parts } : null,
  }
}

/** The ids the item itself uses, before they are re-keyed. A question that is answered by typing has none. */
export function ownOptionIds(question: CompiledQuestion): string[] {
  if (question.kind === 'truefalse') return ['true', 'false']
  return [...question.options, ...question.targets].map(({ id }) => id)
}

/** A saved answer in the item's own ids. An id the paper does not have becomes one that is never right. */
export function ownAnswer(value: readonly string[], kind: ItemBody['kind'], optionMap: OptionMap): string[] {
  if (kind === 'numeric' || kind === 'fillin') return [...value]
  const own = new Map(optionMap)
  const known = (shown: string) => own.get(shown) ?? ''
  if (kind !== 'ordering' && kind !== 'matching') return value.map(known)
  return value.map((text) => {
    const [item, choice] = placedPair(text)
    return `${known(item)}=${kind === 'ordering' ? choice : known(choice)}`
  })
}

/** The other way round: an answer in the item's own ids as the paper with this map would send it. */
export function shownAnswer(own: readonly string[], kind: AnswerKey['kind'], optionMap: OptionMap): string[] {
  if (kind === 'numeric' || kind === 'fillin') return [...own]
  const shown = new Map(optionMap.map(([one, its]) => [its, one]))
  const known = (id: string) => shown.get(id) ?? ''
  if (kind !== 'ordering' && kind !== 'matching') return own.map(known)
  return own.map((text) => {
    const [item, choice] = placedPair(text)
    return `${known(item)}=${kind === 'ordering' ? choice : known(choice)}`
  })
}
