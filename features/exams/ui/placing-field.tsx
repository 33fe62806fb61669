import { Prose } from '@/ui/layout/prose'
import type { OpenQuestion } from '../queries/attempt-page'
import { plainText } from '@/server/content/plain-text'
import type { PaperWords } from './paper-words'

/**
 * Putting in order or matching: a list box at each item, so that it works by keyboard, with a screen reader, on any phone and without a
 * script. What is sent is `item=place` or `left=right`.
 */
export function PlacingField({ question, t }: { question: OpenQuestion; t: PaperWords }) {
  const { position, kind, options, targets, value } = question
  const choices =
    kind === 'ordering'
      ? options.map((_, index) => ({ id: String(index + 1), text: t('place', { place: index + 1 }) }))
      : targets.map(({ id, text }) => ({ id, text: plainText(text) }))
  return (
    <ul className="placing">
      {options.map((option) => {
        const id = `q${position}-${option.id}`
        return (
          <li key={option.id}>
            <label htmlFor={id}>
              <Prose inline html={option.text} />
            </label>
            <select
              id={id}
              name={`q${position}`}
              defaultValue={value.find((one) => one.startsWith(`${option.id}=`)) ?? ''}
            >
              <option value="">{t('unplaced')}</option>
              {choices.map((choice) => (
                <option key={choice.id} value={`${option.id}=${choice.id}`}>
                  {choice.text}
                </option>
              ))}
            </select>
          </li>
        )
      })}
    </ul>
  )
}
