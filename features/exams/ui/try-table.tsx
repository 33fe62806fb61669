import { getFormatter, getTranslations } from 'next-intl/server'
import type { ExamPage } from '../queries/exam-page'

/** The finished tries of an exam, newest first. */
export async function TryTable({ page }: { page: ExamPage }) {
  const [t, format] = await Promise.all([getTranslations('exams.exam'), getFormatter()])
  return (
    <section className="mt-8">
      <h2 className="text-lg">{t('tries')}</h2>
      <ul className="mt-2 border-rule border-t">
        {page.tries.map((one) => (
          <li key={one.id} className="flex flex-wrap items-center gap-x-4 border-rule border-b py-1">
            <a className="inline-flex min-h-11 items-center" href={`/learn/attempts/${one.id}`}>
              {t('try', { no: one.no })}
            </a>
            <span>{t('score', { right: one.scored, total: page.blueprint.draw })}</span>
            <span className={one.hasPassed ? 'text-pine' : 'text-ink-2'}>{t(one.hasPassed ? 'passed' : 'notYet')}</span>
            <span className="ml-auto text-ink-3 text-sm">
              {format.dateTime(one.submittedAt, { dateStyle: 'medium', timeStyle: 'short' })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
