import { getTranslations } from 'next-intl/server'
import type { TemplatePlace, TemplateProblem } from '@/domain/documents/template-problem'

type Say = Awaited<ReturnType<typeof getTranslations>>

/** Each broken placeholder with its paragraph or cell, what was found, and what was perhaps meant; of many the first, and how many more. */
export async function ProblemList({ problems, count }: { problems: readonly TemplateProblem[]; count: number }) {
  const t = await getTranslations('templates')
  const [where, what, quote] = [t('problem.where'), t('problem.what'), t('problem.quote')]
  const more = count - problems.length
  return (
    <>
      <table className="cards-table [text-autospace:no-autospace]">
        <caption className="sr-only">{t('problem.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{where}</th>
            <th scope="col">{what}</th>
            <th scope="col">{quote}</th>
          </tr>
        </thead>
        <tbody>
          {problems.map((problem, position) => (
            <tr key={JSON.stringify([problem.place, problem.code, problem.found, position])}>
              <td data-label={where}>{placeText(problem.place, t)}</td>
              <td data-label={what}>
                {t(`problem.code.${problem.code}`, { found: problem.found })}
                {problem.expected
                  ? ` ${t(`problem.expected.${suggestion(problem.code)}`, { expected: problem.expected })}`
                  : ''}
              </td>
              <td data-label={quote} className="text-ink-2">
                {problem.place.text}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {more > 0 ? <p>{t('problem.more', { count: more })}</p> : null}
    </>
  )
}

function placeText({ part, paragraph, table, cell }: TemplatePlace, t: Say): string {
  if (cell) return t('place.cell', cell)
  const where = t(`place.${part}`, { paragraph })
  return table ? t('place.inTable', { where, ...table }) : where
}

/** Whether the word beside a problem is what was meant, what has to stand around it, or what is in its way. */
function suggestion(code: TemplateProblem['code']): 'meant' | 'between' | 'pair' {
  if (code === 'outside-list' || code === 'list-without-loop') return 'between'
  return code === 'unknown' || code === 'not-a-list' ? 'meant' : 'pair'
}
