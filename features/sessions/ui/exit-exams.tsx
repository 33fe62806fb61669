import { getTranslations } from 'next-intl/server'
import type { exitExamsForMe } from '../queries/exit-exams'

/** The exams of sessions where somebody was, still to be sat; an offer, and nothing is counted that the exam does not count. */
export async function ExitExams({ asked }: { asked: Awaited<ReturnType<typeof exitExamsForMe>> }) {
  if (asked.length === 0) return null
  const t = await getTranslations('sessions.exitExam')
  return (
    <section className="my-6">
      <h2 className="mb-2 text-lg">{t('title')}</h2>
      <ul className="border-rule border-t">
        {asked.map(({ session, exam }) => (
          <li key={session.id} className="border-rule border-b py-3">
            <p className="mb-2">
              {t('after')} <span lang="zh-CN">{session.title}</span>
            </p>
            <a className="button button-primary" href={`/learn/exams/${exam.slug}`} lang="zh-CN">
              {exam.title}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
