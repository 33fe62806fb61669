import { getFormatter, getTranslations } from 'next-intl/server'
import { PageTitle } from '@/ui/layout/page-title'
import type { ClosedAttempt } from '../queries/attempt-page'
import { NextTry } from './next-try'
import { Review } from './review'

/** The result of a closed attempt by the review rule: score per concept with the lessons to read, and the review when it is due. */
export async function Result({ attempt }: { attempt: ClosedAttempt }) {
  const [t, format] = await Promise.all([getTranslations('exams.result'), getFormatter()])
  const { blueprint, scored, missing, hasPassed, withdrawn, concepts } = attempt
  const title = hasPassed ? (blueprint.needsAccount ? 'passed' : 'passedHead') : 'notYet'
  const time = format.dateTime(attempt.submittedAt, { dateStyle: 'medium', timeStyle: 'short' })
  return (
    <>
      <PageTitle
        above={<span lang="zh-CN">{blueprint.courseTitle}</span>}
        beneath={t(attempt.hasExpired ? 'expired' : 'submitted', { time })}
      >
        {t(title, { right: scored, total: blueprint.draw, missing })}
      </PageTitle>
      {withdrawn > 0 ? <p>{t('withdrawn', { count: withdrawn })}</p> : null}
      {hasPassed && !blueprint.needsAccount ? <p>{t('headDone')}</p> : null}
      {hasPassed && blueprint.needsAccount ? (
        <p>
          {t('certificate')} <a href="/learn/certificates">{t('certificates')}</a>
        </p>
      ) : null}
      {hasPassed ? null : <NextTry exam={attempt.examSlug} attempt={attempt} />}
      {attempt.review ? null : (
        <section className="mt-6">
          <h2 className="text-lg">{t('concepts')}</h2>
          <ul className="mt-2 border-rule border-t">
            {concepts.map((concept) => (
              <li
                key={concept.title}
                className="flex min-h-11 flex-wrap items-center gap-x-4 border-rule border-b py-1"
              >
                <span lang="zh-CN">{concept.title}</span>
                <span className={concept.right === concept.total ? 'text-pine' : 'text-ochre'}>
                  {concept.right} / {concept.total}
                </span>
                {concept.right < concept.total ? (
                  <a
                    className="ml-auto inline-flex min-h-11 items-center"
                    href={`/learn/courses/${blueprint.course}/${concept.lesson}`}
                    lang="zh-CN"
                  >
                    {t('read')}：{concept.lessonTitle}
                  </a>
                ) : null}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

/** The review beneath it, where the rule allows one. */
export async function ResultReview({ attempt }: { attempt: ClosedAttempt }) {
  if (!attempt.review) return null
  const t = await getTranslations('exams.result')
  return (
    <details className="mt-10" {...(attempt.blueprint.needsAccount ? { open: true } : {})}>
      <summary className="min-h-11 cursor-pointer py-2 text-lg">{t('review')}</summary>
      <Review questions={attempt.review} course={attempt.blueprint.course} />
    </details>
  )
}
