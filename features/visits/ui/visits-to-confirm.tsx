import { getTranslations } from 'next-intl/server'
import { asFormHandler } from '@/ui/forms/form-handler'
import { answerVisitAction } from '../actions'
import type { VisitToConfirm } from '../queries/visits-to-confirm'

/** Visits that the enterprise is asked about: yes or no, each one tap. */
export async function VisitsToConfirm({ visits }: { visits: readonly VisitToConfirm[] }) {
  const t = await getTranslations('visits')
  if (visits.length === 0) return null
  return (
    <section className="my-6">
      <h2 className="mb-2 text-lg">{t('confirm.title')}</h2>
      <ul className="border-rule border-t">
        {visits.map((visit) => (
          <li key={visit.visitId} className="border-rule border-b py-3">
            <p>
              {t('confirm.line', { day: visit.visitedOn, by: visit.by, enterprise: visit.enterprise })}
              {visit.topics ? <span className="block text-ink-2">{visit.topics}</span> : null}
            </p>
            <form action={asFormHandler(answerVisitAction)} className="mt-2 flex flex-wrap gap-2">
              <input type="hidden" name="visitId" value={visit.visitId} />
              <button type="submit" name="answer" value="yes" className="button">
                {t('confirm.yes')}
              </button>
              <button type="submit" name="answer" value="no" className="button">
                {t('confirm.no')}
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  )
}
