import { type BankHealth, bankHealth } from '@/domain/exams/bank-health'
import type { CompiledCourse } from './compiled'
import { plainText } from './plain-text'

/** The health of a course's bank, options in the order they are written. */
export function healthOf({ bank, concepts }: Pick<CompiledCourse, 'bank' | 'concepts'>): BankHealth {
  const questions = bank.map(({ id, kind, concept, difficulty, prompt, options, key }) => ({
    ...{ id, kind, concept, difficulty },
    prompt: plainText(prompt),
    options: options.map((option) => ({
      text: plainText(option.text),
      isRight:
        key.kind === 'single' ? key.correct === option.id : key.kind === 'multiple' && key.correct.includes(option.id),
    })),
  }))
  return bankHealth(
    questions,
    concepts.map(({ id }) => id),
  )
}
