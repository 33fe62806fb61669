import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { auditList } from '@/features/audit/queries/audit-list'
import { AuditFilters } from '@/features/audit/ui/audit-filters'
import { AuditTable } from '@/features/audit/ui/audit-table'
import { ChainNote } from '@/features/audit/ui/chain-note'
import { auditQuery, auditViewInput, viewProblems } from '@/features/audit/view'
import { chainState } from '@/server/audit/chain-state'
import { requireActor } from '@/server/auth/actor'
import { EmptyState } from '@/ui/layout/empty-state'
import { PageTitle } from '@/ui/layout/page-title'
import { HelpLink } from '../help-link'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('audit'))('title') }
}

/** The trail of the reader's area, newest first. */
export default async function AuditPage({ searchParams }: PageProps<'/manage/audit'>) {
  const actor = await requireActor('audit.read')
  const view = auditViewInput.parse(await searchParams)
  const t = await getTranslations('audit')
  const [{ lines, next, officers }, chain] = await Promise.all([auditList(actor, view), chainState()])
  return (
    <>
      <PageTitle beneath={t('lead')}>{t('title')}</PageTitle>
      <AuditFilters view={view} officers={officers} problems={viewProblems(view)} />
      {lines.length > 0 ? (
        <AuditTable lines={lines} view={view} />
      ) : (
        <EmptyState title={t('none')}>
          <p>{t('noneText')}</p>
        </EmptyState>
      )}
      {next ? (
        <p className="mt-4">
          <a className="button" href={auditQuery({ ...view, after: next })}>
            {t('older')}
          </a>
        </p>
      ) : null}
      <ChainNote chain={chain} />
      <HelpLink topic="officers" />
    </>
  )
}
