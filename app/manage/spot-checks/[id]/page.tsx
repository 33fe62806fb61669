import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { spotCheckPage } from '@/features/spot-checks/queries/spot-checks'
import { SpotResultLines } from '@/features/spot-checks/ui/spot-result'
import { requireActor } from '@/server/auth/actor'
import { subjectTitles } from '@/server/content/subject-titles'
import { Breadcrumbs } from '@/ui/layout/breadcrumbs'
import { PageTitle } from '@/ui/layout/page-title'
import { StatusMark } from '@/ui/layout/status-mark'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('spot'))('title') }
}

const MARKS = { ANSWERED: 'done', DECLINED: 'expired', UNREACHED: 'open', OPEN: 'open' } as const

/** One sample: what it says, and whom of it the officer may ask. */
export default async function SpotCheckPage({ params }: PageProps<'/manage/spot-checks/[id]'>) {
  const actor = await requireActor('spot-check.run')
  const found = await spotCheckPage(actor, (await params).id)
  if (!found) notFound()
  const { check, seats } = found
  const [t, common] = await Promise.all([getTranslations('spot'), getTranslations('common')])
  const title = t('lineTitle', { place: check.place, day: check.drawnOn })
  const trail = [{ href: '/manage/spot-checks', label: t('title') }, { label: title }]
  return (
    <>
      <PageTitle
        above={<Breadcrumbs label={common('breadcrumbs')} items={trail} />}
        beneath={t('about', { course: subjectTitles()('COURSE', check.courseSlug), day: check.closesOn })}
      >
        {title}
      </PageTitle>
      <SpotResultLines check={check} />
      <p className="mb-4 max-w-2xl text-ink-2 text-sm">{t('method')}</p>
      <table className="cards-table">
        <caption className="sr-only">{t('seats')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('enterprise')}</th>
            <th scope="col">{t('person')}</th>
            <th scope="col">{t('state')}</th>
          </tr>
        </thead>
        <tbody>
          {seats.map((seat) => (
            <tr key={seat.seatId}>
              <th scope="row" className="font-normal">
                <a href={`/manage/roster/${seat.entryId}`}>{seat.enterprise}</a>
                <span className="block text-ink-3 text-sm">{seat.place}</span>
              </th>
              <td data-label={t('person')}>{seat.name}</td>
              <td data-label={t('state')}>
                <StatusMark kind={MARKS[seat.outcome ?? 'OPEN']} label={t(`outcome.${seat.outcome ?? 'OPEN'}`)} />
                {seat.channel ? <span className="text-ink-2 text-sm"> {t(`channel.${seat.channel}`)}</span> : null}
                {seat.mayAsk ? (
                  <a
                    className="ml-4 inline-flex min-h-11 items-center"
                    href={`/manage/spot-checks/ask/${seat.seatId}`}
                    aria-label={t('askOf', { name: seat.name })}
                  >
                    {t('ask')}
                  </a>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
