import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { addDays } from '@/domain/calendar/day'
import { regionChoices } from '@/features/accounts/queries/link-list'
import { smsLayoutInForce } from '@/features/accounts/queries/sms-layout'
import { dropSmsLayoutAction } from '@/features/accounts/sms-layout-actions'
import { layoutOfDraft } from '@/features/accounts/sms-layout-input'
import { RegionChoice } from '@/features/accounts/ui/region-choice'
import { SmsExample } from '@/features/accounts/ui/sms-example'
import { SmsLayoutForm } from '@/features/accounts/ui/sms-layout-form'
import { requireActor } from '@/server/auth/actor'
import { shanghaiToday } from '@/server/clock'
import { asFormHandler } from '@/ui/forms/form-handler'
import { Breadcrumbs } from '@/ui/layout/breadcrumbs'
import { Notice } from '@/ui/layout/notice'
import { PageTitle } from '@/ui/layout/page-title'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('links.layout'))('title') }
}

const LINK_DAYS = 60

/** How a region wants its list for the SMS platform: columns, wording, kind of file, with an example of what comes out. */
export default async function SheetLayoutPage({ searchParams }: PageProps<'/manage/links/sheet-layout'>) {
  const actor = await requireActor('links.issue')
  const { region: code, draft, saved, refused } = await searchParams
  const inForce = await smsLayoutInForce(actor, typeof code === 'string' && code !== '' ? code : undefined)
  if (!inForce) notFound()
  const [t, common, manage] = await Promise.all([
    getTranslations('links.layout'),
    getTranslations('common'),
    getTranslations('links.manage'),
  ])
  const { region, savedBy } = inForce
  const typed = layoutOfDraft(draft)
  const layout = typed ?? inForce.layout
  const isOwn = savedBy?.id === region.id
  const crumbs = [{ href: '/manage/links', label: manage('title') }, { label: t('title') }]
  return (
    <>
      <PageTitle above={<Breadcrumbs label={common('breadcrumbs')} items={crumbs} />} beneath={t('lead')}>
        {t('title')}
      </PageTitle>
      <RegionChoice regions={await regionChoices(actor)} chosen={region.code} />
      {saved && !typed ? (
        <Notice tone="done" live>
          {t('saved')}
        </Notice>
      ) : null}
      {typed ? (
        <Notice tone={refused ? 'stop' : 'warn'} live>
          {t(refused ? 'refused' : 'notSaved')}
        </Notice>
      ) : (
        <p className="my-4">{t(isOwn ? 'own' : savedBy ? 'inherited' : 'standard', { region: savedBy?.name ?? '' })}</p>
      )}
      <SmsExample layout={layout} until={addDays(shanghaiToday(), LINK_DAYS)} />
      <SmsLayoutForm key={String(draft ?? saved ?? region.code)} region={region.code} layout={layout} />
      {isOwn ? (
        <form action={asFormHandler(dropSmsLayoutAction)} className="mt-6 border-rule border-t pt-4">
          <input type="hidden" name="region" value={region.code} />
          <button type="submit" className="button button-quiet">
            {t('drop')}
          </button>
        </form>
      ) : null}
    </>
  )
}
