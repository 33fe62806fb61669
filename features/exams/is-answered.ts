import type { LearnerQuestion } from '@/server/content/learner-paper'

/** Whether a question counts as answered: something chosen or typed, and of ordering and matching every item placed. */
export function isAnswered(
  { kind, options }: Pick<LearnerQuestion, 'kind' | 'options'>,
  value: readonly string[],
): boolean {
  return kind === 'ordering' || kind === 'matching' ? value.length === options.length : value.length > 0
}
