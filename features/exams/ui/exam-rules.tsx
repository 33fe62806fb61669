import { getTranslations } from 'next-intl/server'
import type { Blueprint } from '../blueprint'

/** Everything somebody should know before they start, the waiting time among it. */
export async function ExamRules({ blueprint }: { blueprint: Blueprint }) {
  const t = await getTranslations('exams.rules')
  const start = (await getTranslations('exams.exam'))('start')
  const { draw, pass, limitMinutes, tries, waitHours, openBook, review } = blueprint
  const lines = [
    t('questions', { draw, pass }),
    limitMinutes ? t('limit', { minutes: limitMinutes, start }) : t('noLimit'),
    tries === null ? t('anyTries') : t('tries', { tries }),
    waitHours > 0 ? t('wait', { hours: waitHours }) : t('noWait'),
    ...(openBook ? [t('openBook')] : []),
    t('saved'),
    t(review === 'always' ? 'reviewAlways' : review === 'never' ? 'reviewNever' : 'review'),
  ]
  return (
    <section>
      <h2 className="text-lg">{t('title')}</h2>
      <ul className="mt-2 list-disc pl-6">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  )
}
