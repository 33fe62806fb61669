import { getFormatter, getTranslations } from 'next-intl/server'
import { Prose } from '@/ui/layout/prose'
import type { QuestionFigures } from '../queries/course-figures'
import { FlagWords } from './flag-words'

/** The figures of one question: how many right, how it goes with the rest, who chose what. `options` in the order of the bank. */
export async function FiguresOfQuestion({
  counted,
  options,
}: {
  counted: QuestionFigures | undefined
  options: readonly { id: string; html: string; isRight: boolean }[]
}) {
  const [t, format] = await Promise.all([getTranslations('author.figures'), getFormatter()])
  if (!counted) return <p className="text-ink-2">{t('none')}</p>
  const { figures, countedAt, wordings } = counted
  const { answers, facility, discrimination, choices, unanswered, model, flags } = figures
  const decimal = (value: number) => format.number(value, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
  return (
    <>
      <p className="text-ink-2 text-sm">
        {t('counted', { at: format.dateTime(countedAt, { dateStyle: 'long', timeStyle: 'short' }), wordings })}
      </p>
      <dl className="my-3 grid grid-cols-[auto_1fr] gap-x-6 gap-y-1">
        <dt>{t('answers')}</dt>
        <dd>{t('answersOf', { answers, unanswered })}</dd>
        <dt>{t('facility')}</dt>
        <dd>{decimal(facility)}</dd>
        <dt>{t('discrimination')}</dt>
        <dd>{discrimination === null ? t('unknown') : decimal(discrimination)}</dd>
        <dt>{t('model')}</dt>
        <dd>
          {model
            ? t('modelOf', { a: decimal(model.a), b: decimal(model.b), error: decimal(model.errorOfB) })
            : t('modelLater')}
        </dd>
      </dl>
      <FlagWords flags={flags} options={options.map(({ id }) => id)} />
      {choices.length > 0 ? (
        <table className="cards-table mt-3" aria-label={t('choices')}>
          <thead>
            <tr>
              <th scope="col">{t('option')}</th>
              {(['low', 'middle', 'high'] as const).map((third) => (
                <th key={third} scope="col" className="number">
                  {t(third)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {options.map(({ id, html, isRight }) => {
              const choice = choices.find(({ option }) => option === id)
              return (
                <tr key={id}>
                  <th scope="row" className="font-normal">
                    {isRight ? <span className="text-pine">✓ {t('right')} </span> : null}
                    <Prose inline html={html} />
                  </th>
                  {(['low', 'middle', 'high'] as const).map((third) => (
                    <td key={third} data-label={t(third)} className="number">
                      {choice?.[third] ?? 0}
                    </td>
                  ))}
                </tr>
              )
            })}
          </tbody>
        </table>
      ) : null}
      <p className="mt-3 text-ink-2 text-sm">{t('explained')}</p>
    </>
  )
}
