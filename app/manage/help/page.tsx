import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { requireActor } from '@/server/auth/actor'
import { PageTitle } from '@/ui/layout/page-title'
import { HELP_TOPICS } from '../help-link'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('officeHelp'))('title') }
}

/** How a programme is run with this product, topic by topic; every page of the office leads to its own part. */
export default async function OfficeHelpPage() {
  await requireActor('office.open')
  const t = await getTranslations('officeHelp')
  return (
    <div className="max-w-2xl">
      <PageTitle beneath={t('lead')}>{t('title')}</PageTitle>
      <nav aria-label={t('contents')} className="mb-8">
        <ul className="flex flex-wrap gap-x-6">
          {HELP_TOPICS.map((topic) => (
            <li key={topic}>
              <a className="inline-flex min-h-11 items-center" href={`#${topic}`}>
                {t(`topic.${topic}.title`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {HELP_TOPICS.map((topic) => (
        <section key={topic} id={topic} className="mb-8 scroll-mt-4">
          <h2 className="mb-2 text-xl">{t(`topic.${topic}.title`)}</h2>
          <ol className="list-decimal space-y-1 pl-6">
            {(t.raw(`topic.${topic}.steps`) as string[]).map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </section>
      ))}
    </div>
  )
}
