import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { reaches } from '@/domain/permissions/reaches'
import { signOutAction } from '@/features/accounts/actions'
import { AccountForm } from '@/features/accounts/ui/account-form'
import { beginExportAction } from '@/features/rates/actions'
import { listInput, rateOfPath, viewQuery } from '@/features/rates/input'
import { listLength } from '@/features/rates/queries/export-run'
import { listFrame } from '@/features/rates/queries/list-page'
import { requireActor } from '@/server/auth/actor'
import { isFreshLogin } from '@/server/auth/fresh-login'
import { ActionForm } from '@/ui/forms/action-form'
import { Breadcrumbs } from '@/ui/layout/breadcrumbs'
import { PageTitle } from '@/ui/layout/page-title'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('exports'))('title') }
}

/** Before a large list leaves the house: how much it is, why it is wanted, and who is there. */
export default async function LargeExportPage({ params, searchParams }: PageProps<'/manage/lists/[rate]/export'>) {
  const actor = await requireActor('list.export')
  const rate = rateOfPath((await params).rate)
  const { after: _after, ...view } = listInput.parse(await searchParams)
  const frame = rate ? await listFrame(actor, rate, view) : null
  if (!rate || !frame || !reaches(actor, frame.region.path)) notFound()
  const [t, rates, common, accounts] = await Promise.all([
    getTranslations('exports'),
    getTranslations('rates'),
    getTranslations('common'),
    getTranslations('accounts'),
  ])
  const query = viewQuery(view)
  const total = await listLength(frame)
  const title = rates('list.title', { rate: rates(`rate.${rate}`), region: frame.region.name })
  return (
    <div className="max-w-xl">
      <PageTitle
        above={
          <Breadcrumbs
            label={common('breadcrumbs')}
            items={[{ href: `/manage/lists/${rate}${query}`, label: title }, { label: t('title') }]}
          />
        }
        beneath={t('lead', { total })}
      >
        {t('title')}
      </PageTitle>
      {(await isFreshLogin()) ? (
        <ActionForm action={beginExportAction} refusals={t.raw('refusal')} label={t('title')}>
          <input type="hidden" name="rate" value={rate} />
          <input type="hidden" name="query" value={query} />
          <label className="mb-4 block">
            {t('reason')}
            <input className="input" name="reason" minLength={4} maxLength={200} required autoComplete="off" />
          </label>
          <button type="submit" className="button button-primary">
            {t('begin')}
          </button>
        </ActionForm>
      ) : (
        <>
          <p className="mb-4">{t('stale')}</p>
          <AccountForm
            action={signOutAction}
            hidden={{ next: `/manage/lists/${rate}/export${query}` }}
            fields={[]}
            submit={t('again')}
            sentences={accounts.raw('sentences')}
          />
        </>
      )}
    </div>
  )
}
