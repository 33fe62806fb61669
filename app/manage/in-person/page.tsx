import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { mayEver } from '@/domain/permissions/permission'
import { headsToAsk } from '@/features/exams/queries/ask-page'
import { oralChecks } from '@/features/exams/queries/oral-check-list'
import { headSearchInput } from '@/features/exams/input'
import { HeadSearch } from '@/features/exams/ui/head-search'
import { OralCheckTable } from '@/features/exams/ui/oral-check-table'
import { requireActor } from '@/server/auth/actor'
import { EmptyState } from '@/ui/layout/empty-state'
import { PageTitle } from '@/ui/layout/page-title'
import { GroupedNavigation } from '../grouped-navigation'
import { HelpLink } from '../help-link'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('oral'))('title') }
}

/** Whom to ask in person, and what was asked so far. The one officer page that lecturers have, too. */
export default async function InPersonPage({ searchParams }: PageProps<'/manage/in-person'>) {
  const actor = await requireActor('oral-check.run')
  const { search, before } = headSearchInput.parse(await searchParams)
  const t = await getTranslations('oral')
  const [heads, { checks, older }] = await Promise.all([
    [...search].length < 2 ? null : headsToAsk(actor, { search }),
    oralChecks(actor, before ? { before } : {}),
  ])
  return (
    <>
      <PageTitle beneath={t('lead')}>{t('title')}</PageTitle>
      <GroupedNavigation group="ask" current="/manage/in-person" actor={actor} />
      <HeadSearch search={search} heads={heads} />
      <section aria-labelledby="asked">
        <h2 id="asked" className="mb-2 text-xl">
          {t('list.title')}
        </h2>
        {checks.length === 0 ? (
          <EmptyState title={t('list.none')} />
        ) : (
          <OralCheckTable checks={checks} label={t('list.title')} />
        )}
        {older ? (
          <p className="mt-4">
            <a className="button" href={`/manage/in-person?before=${older}`}>
              {t('list.older')}
            </a>
          </p>
        ) : null}
      </section>
      <p className="mt-8 text-ink-2 text-sm">{t('onlyAwareness')}</p>
      {mayEver(actor, 'signal.read') ? (
        <p className="mt-2">
          <a className="inline-flex min-h-11 items-center" href="/manage/signals">
            {t('signals')}
          </a>
        </p>
      ) : null}
      <HelpLink topic="ask" />
    </>
  )
}
