import { getTranslations } from 'next-intl/server'
import { PageShell } from '@/ui/layout/page-shell'
import { PageTitle } from '@/ui/layout/page-title'

const PARTS = ['learner', 'clerk', 'officer', 'privacy'] as const

/** What each role does here, in a few sentences. */
export default async function HelpPage() {
  const t = await getTranslations('front.helpPage')
  return (
    <PageShell>
      <PageTitle>{t('title')}</PageTitle>
      <div className="prose">
        {PARTS.map((part) => (
          <section key={part}>
            <h2>{t(`${part}.title`)}</h2>
            <p>{t(`${part}.steps`)}</p>
            {part === 'officer' ? (
              <p>
                <a href="/manage/start">{t('start')}</a>
              </p>
            ) : null}
          </section>
        ))}
      </div>
    </PageShell>
  )
}
