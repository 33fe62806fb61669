import { getFormatter, getTranslations } from 'next-intl/server'
import { asFormHandler } from '@/ui/forms/form-handler'
import { Notice } from '@/ui/layout/notice'
import { retractOralCheckAction } from '../oral-actions'
import type { ClosedOralCheck } from '../queries/oral-check-page'
import { Review } from './review'

/** What was recorded: the result, then question by question what is right and why, to talk about. */
export async function OralResult({ check }: { check: ClosedOralCheck }) {
  const [t, format] = await Promise.all([getTranslations('oral'), getFormatter()])
  const { right, hasPassed, passRight, retraction } = check
  const time = (at: Date) => format.dateTime(at, { dateStyle: 'medium', timeStyle: 'short' })
  return (
    <>
      {retraction ? (
        <Notice tone="warn">{t('closed.retracted', { time: time(retraction.at), reason: retraction.reason })}</Notice>
      ) : (
        <Notice tone={hasPassed ? 'done' : 'note'}>
          <p className="font-semibold">
            {t(hasPassed ? 'closed.passed' : 'closed.notYet', { right, needed: passRight })}
          </p>
          <p>{t(hasPassed ? 'closed.passedText' : 'closed.notYetText')}</p>
        </Notice>
      )}
      <p className="text-ink-2 text-sm">
        {t('closed.recorded', {
          time: time(check.submittedAt),
          name: check.askedBy,
          channel: t(`channel.${check.channel}`),
        })}
      </p>
      {check.review.length > 0 ? (
        <section aria-labelledby="talk" className="mt-6 max-w-2xl">
          <h2 id="talk" className="mb-2 text-lg">
            {t('closed.talk')}
          </h2>
          <Review questions={check.review} course={check.course} chosen={t('closed.chosen')} />
        </section>
      ) : null}
      <p className="mt-6 flex flex-wrap gap-3">
        {hasPassed || retraction ? null : (
          <a className="button button-primary" href={`/manage/in-person/ask/${check.holdingId}`}>
            {t('closed.again')}
          </a>
        )}
        <a className="button" href="/manage/in-person">
          {t('closed.next')}
        </a>
        {check.isOfficers ? (
          <a className="button button-quiet" href={`/manage/roster/${check.entryId}`}>
            {t('closed.enterprise')}
          </a>
        ) : null}
      </p>
      {check.mayRetract ? <Retract id={check.id} /> : null}
    </>
  )
}

async function Retract({ id }: { id: string }) {
  const t = await getTranslations('oral.retract')
  return (
    <details className="mt-10 max-w-xl border-rule border-t pt-2">
      <summary className="min-h-11 cursor-pointer py-2">{t('title')}</summary>
      <p className="mb-3 text-ink-2">{t('lead')}</p>
      <form action={asFormHandler(retractOralCheckAction)}>
        <input type="hidden" name="checkId" value={id} />
        <label className="block">
          {t('reason')}
          <input className="input" name="reason" required minLength={2} maxLength={200} autoComplete="off" />
        </label>
        <button type="submit" className="button button-danger mt-3">
          {t('confirm')}
        </button>
      </form>
    </details>
  )
}
