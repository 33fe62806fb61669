import { type AnswerKey, placedPair } from '@/domain/exams/answer-key'
import type { OptionMap } from '@/server/content/learner-paper'

/** An answer in the bank's own ids as a learner's page would send it, in the ids of one attempt. */
export function shownAnswer(key: AnswerKey, own: readonly string[], map: OptionMap): string[] {
  const shown = new Map(map.map(([one, theirs]) => [theirs, one]))
  const of = (id: string) => shown.get(id) ?? id
  if (key.kind === 'numeric' || key.kind === 'fillin') return [...own]
  if (key.kind !== 'ordering' && key.kind !== 'matching') return own.map(of)
  return own.map((text) => {
    const [item, choice] = placedPair(text)
    return `${of(item)}=${key.kind === 'ordering' ? choice : of(choice)}`
  })
}
