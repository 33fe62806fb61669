import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { fillBackPage } from '@/features/fillback/queries/fill-back-page'
import { FillBackProgress } from '@/features/fillback/ui/fill-back-progress'
import { FillForm } from '@/features/fillback/ui/fill-form'
import { FilledSheet } from '@/features/fillback/ui/filled-sheet'
import { OpenRows } from '@/features/fillback/ui/open-rows'
import { Understood } from '@/features/fillback/ui/understood'
import { requireActor } from '@/server/auth/actor'
import { Breadcrumbs } from '@/ui/layout/breadcrumbs'
import { PageTitle } from '@/ui/layout/page-title'
import { SheetsNavigation } from '../../sheets-navigation'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('fillback'))('title') }
}

/** One sheet: what was understood of it, which columns it is to get, and the filled one. */
export default async function FillBackPage({ params }: PageProps<'/manage/fill-back/[id]'>) {
  const actor = await requireActor('fill-back.run')
  const { id } = await params
  const one = await fillBackPage(actor, id)
  if (!one) notFound()
  const t = await getTranslations('fillback')
  const common = await getTranslations('common')
  const here = `/manage/fill-back/${id}`
  const name = one.fileName || t('pasted')
  const reading = one.state === 'READ' || one.state === 'FILLED' ? one.reading : null
  const above = [{ href: '/manage/fill-back', label: t('title') }, { label: name }]
  return (
    <>
      <PageTitle
        above={<Breadcrumbs label={common('breadcrumbs')} items={above} />}
        beneath={t('about', { area: one.area, programme: one.programme })}
      >
        {name}
      </PageTitle>
      <SheetsNavigation current="fillBack" />
      <FillBackProgress state={one.state} rowsDone={one.rowsDone} refusal={one.refusal} here={here} />
      {one.counts ? <FilledSheet here={here} counts={one.counts} text={one.filledText} /> : null}
      {reading ? (
        <>
          <Understood sheets={reading.sheets} />
          <FillForm
            id={id}
            options={one.options}
            from={one.programmeFrom}
            today={one.today}
            isAgain={one.state === 'FILLED'}
            hasPersons={reading.sheets.some(({ kind }) => kind === 'persons')}
          />
          <OpenRows
            id={id}
            rows={reading.open}
            total={reading.sheets.reduce((sum, { open }) => sum + open, 0)}
            chosen={one.options.chosen}
          />
        </>
      ) : null}
    </>
  )
}
