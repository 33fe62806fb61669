import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { servedContracts, servedEnterprises } from '@/features/agencies/queries/served-enterprises'
import { requireActor } from '@/server/auth/actor'
import { EmptyState } from '@/ui/layout/empty-state'
import { PageTitle } from '@/ui/layout/page-title'
import { StatusMark } from '@/ui/layout/status-mark'
import { HelpLink } from '../help-link'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('agencies.service'))('title') }
}

const viewInput = z.object({ search: z.string().trim().max(60).catch('') })

/** What people of an agency have to do: running contracts with their enterprises; the sessions have a page of their own. */
export default async function ServicePage({ searchParams }: PageProps<'/manage/service'>) {
  const actor = await requireActor('service.read')
  const { search } = viewInput.parse(await searchParams)
  const t = await getTranslations('agencies.service')
  const [contracts, found] = await Promise.all([servedContracts(actor), servedEnterprises(actor, search)])
  return (
    <div className="max-w-3xl">
      <PageTitle beneath={t('lead')}>{t('title')}</PageTitle>
      {contracts.length === 0 ? (
        <EmptyState title={t('none')}>
          <p>
            <a href="/manage/sessions">{t('toSessions')}</a>
          </p>
        </EmptyState>
      ) : (
        <>
          <ul className="mb-6">
            {contracts.map((contract) => (
              <li key={contract.contractId}>
                {t('contract', {
                  agency: contract.agency,
                  title: contract.title,
                  lastOn: contract.lastOn,
                  enterprises: contract.enterprises,
                })}
              </li>
            ))}
          </ul>
          <form className="mb-6 flex flex-wrap items-end gap-3">
            <label className="block text-sm">
              {t('search')}
              <input className="input" type="search" name="search" defaultValue={search} maxLength={60} />
            </label>
            <button className="button" type="submit">
              {t('show')}
            </button>
          </form>
          <ul>
            {found.enterprises.map((one) => (
              <li key={one.entryId} className="border-rule border-b py-4">
                <h2 className="text-lg">{one.enterprise}</h2>
                <p className="text-ink-3 text-sm">{one.place}</p>
                <p className="my-1 flex flex-wrap gap-x-6">
                  <StatusMark
                    kind={one.isVisited ? 'done' : 'open'}
                    label={t(one.isVisited ? 'visited' : 'notVisited')}
                  />
                  <StatusMark
                    kind={one.open.length === 0 ? 'done' : 'open'}
                    label={
                      one.open.length === 0
                        ? t('allDone')
                        : t('open', {
                            people: one.open
                              .map(({ kind, name }) =>
                                t(kind === 'HEAD' ? 'head' : 'clerk', { name: name ?? t('vacant') }),
                              )
                              .join('、'),
                          })
                    }
                  />
                </p>
                <a
                  className="button"
                  href={`/manage/visits/new/${one.entryId}`}
                  aria-label={t('recordOf', { record: t('record'), enterprise: one.enterprise })}
                >
                  {t('record')}
                </a>
              </li>
            ))}
          </ul>
          {found.isCut ? <p className="mt-4 text-ink-2 text-sm">{t('cut')}</p> : null}
        </>
      )}
      <HelpLink topic="agencies" />
    </div>
  )
}
