import type { Metadata } from 'next'
import { getFormatter, getTranslations } from 'next-intl/server'
import { fillBackAreas, fillBackList } from '@/features/fillback/queries/fill-back-area'
import { UploadForm } from '@/features/fillback/ui/upload-form'
import { requireActor } from '@/server/auth/actor'
import { programmeChoices } from '@/server/programmes/known-programmes'
import { EmptyState } from '@/ui/layout/empty-state'
import { PageTitle } from '@/ui/layout/page-title'
import { SheetsNavigation } from '../sheets-navigation'
import { HelpLink } from '../help-link'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('fillback'))('title') }
}

/** A sheet to be filled, and those of the last thirty days. */
export default async function FillBacksPage() {
  const actor = await requireActor('fill-back.run')
  const t = await getTranslations('fillback')
  const format = await getFormatter()
  const [areas, programmes, all] = [await fillBackAreas(actor), await programmeChoices(), await fillBackList(actor)]
  return (
    <>
      <PageTitle beneath={t('lead')}>{t('title')}</PageTitle>
      <SheetsNavigation current="fillBack" />
      {programmes.length > 0 ? (
        <UploadForm areas={areas} programmes={programmes} />
      ) : (
        <EmptyState title={t('noProgramme')}>{t('noProgrammeText')}</EmptyState>
      )}
      <h2 className="mt-10 mb-2 text-xl">{t('history')}</h2>
      {all.length === 0 ? <EmptyState title={t('none')}>{t('noneText')}</EmptyState> : null}
      <ul>
        {all.map((one) => (
          <li key={one.id} className="flex flex-wrap items-baseline gap-x-4 border-rule border-b py-2">
            <a className="inline-flex min-h-11 items-center" href={`/manage/fill-back/${one.id}`}>
              {one.fileName || t('pasted')}
            </a>
            <span>{one.area}</span>
            <span>{t(`state.${one.state}`)}</span>
            <time className="text-ink-3 text-sm" dateTime={one.createdAt.toISOString()}>
              {format.dateTime(one.createdAt, { dateStyle: 'medium', timeStyle: 'short' })}
            </time>
          </li>
        ))}
      </ul>
      <HelpLink topic="results" />
    </>
  )
}
