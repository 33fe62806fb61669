import { getFormatter, getTranslations } from 'next-intl/server'
import { Notice } from '@/ui/layout/notice'
import type { ClosedAttempt } from '../queries/attempt-page'
import { StartExamForm } from './start-exam-form'

/** After a try that was not passed: again at once, or from when, or that there is none left. */
export async function NextTry({ exam, attempt }: { exam: string; attempt: ClosedAttempt }) {
  const [t, e, format] = await Promise.all([
    getTranslations('exams.result'),
    getTranslations('exams.exam'),
    getFormatter(),
  ])
  if (attempt.next.start === 'wait') {
    const time = format.dateTime(attempt.next.until, { dateStyle: 'medium', timeStyle: 'short' })
    return <Notice>{e('waitUntil', { time })}</Notice>
  }
  if (attempt.next.start === 'no-tries-left') return <Notice>{e('noTriesLeft')}</Notice>
  if (attempt.next.start === 'already-passed') return <Notice tone="done">{e('alreadyPassed')}</Notice>
  return (
    <div className="mt-6">
      <StartExamForm exam={exam} label={t('again')} />
      <p className="mt-1 text-ink-2 text-sm">{t('againHint')}</p>
    </div>
  )
}
