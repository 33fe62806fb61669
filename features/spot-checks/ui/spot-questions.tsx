import { getTranslations } from 'next-intl/server'
import { Prose } from '@/ui/layout/prose'
import type { AskedQuestion } from '../queries/spot-checks'

/** The three questions with their options; it knows no key. "No answer" is an answer, too. */
export async function SpotQuestions({ questions }: { questions: readonly AskedQuestion[] }) {
  const [t, paper] = await Promise.all([getTranslations('spot'), getTranslations('exams.paper')])
  return questions.map(({ prompt, options }, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: three questions in a fixed order
    <fieldset key={index} className="question">
      <legend>
        <span className="question-number">{paper('of', { number: index + 1, total: questions.length })}</span>
        <Prose inline html={prompt} className="question-prompt" />
      </legend>
      {options.length === 0
        ? (['true', 'false'] as const).map((value) => (
            <label key={value} className="choice">
              <input type="radio" name={`answer${index}`} value={value} required />
              <span>{paper(value)}</span>
            </label>
          ))
        : options.map((option, at) => (
            <label key={option.id} className="choice">
              <input type="radio" name={`answer${index}`} value={option.id} required />
              <span>
                <span className="mr-2 text-ink-2">{'ABCDEFGH'[at]}</span>
                <Prose inline html={option.text} />
              </span>
            </label>
          ))}
      <label className="choice text-ink-2">
        <input type="radio" name={`answer${index}`} value="" required />
        <span>{t('noAnswer')}</span>
      </label>
    </fieldset>
  ))
}
