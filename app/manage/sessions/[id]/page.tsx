import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { seatKindsOf } from '@/features/sessions/course-kinds'
import { exitExamCount } from '@/features/sessions/queries/exit-exams'
import { room, roomCounts } from '@/features/sessions/queries/room'
import { sessionHosted } from '@/features/sessions/queries/session-in-scope'
import { DoorCode } from '@/features/sessions/ui/door-code'
import { PresentList, RollCall, WaitingList } from '@/features/sessions/ui/room-lists'
import { InviteAndCancel } from '@/features/sessions/ui/invite-and-cancel'
import { sessionTimes } from '@/features/sessions/ui/session-times'
import { requireActor } from '@/server/auth/actor'
import { courseBySlug } from '@/server/content/catalog'
import { appOrigin } from '@/server/env'
import { Breadcrumbs } from '@/ui/layout/breadcrumbs'
import { Notice } from '@/ui/layout/notice'
import { PageTitle } from '@/ui/layout/page-title'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('sessions'))('title') }
}

const searchInput = z.object({ search: z.string().trim().max(60).catch('') })

/** One session: its code, who waits to be recognised, the roll, who is there. */
export default async function SessionPage({ params, searchParams }: PageProps<'/manage/sessions/[id]'>) {
  const actor = await requireActor('session.host')
  const hosted = await sessionHosted(actor, (await params).id)
  if (!hosted) notFound()
  const { session, isInArea } = hosted
  const { search } = searchInput.parse(await searchParams)
  const [t, common] = await Promise.all([getTranslations('sessions'), getTranslations('common')])
  const kinds = seatKindsOf(session.courseSlug)
  const found = isInArea ? await room(actor, session, kinds, search) : null
  const counts = found?.counts ?? (await roomCounts(session, kinds))
  const passed = await exitExamCount(session)
  const address = `${appOrigin()}/s/${session.token}`
  return (
    <div className="max-w-3xl">
      <PageTitle
        above={
          <Breadcrumbs
            label={common('breadcrumbs')}
            items={[{ href: '/manage/sessions', label: t('title') }, { label: session.title }]}
          />
        }
        beneath={
          <>
            {await sessionTimes(session)} · {session.place} · {session.regionName} ·{' '}
            <span lang="zh-CN">{courseBySlug(session.courseSlug)?.title ?? session.courseSlug}</span>
          </>
        }
      >
        {session.title}
      </PageTitle>
      {session.isOpen ? null : <Notice tone="note">{t('doorClosed')}</Notice>}
      <p className="my-4 text-2xl tabular-nums">{t('presentOf', { ...counts })}</p>
      {found ? <p className="mb-4 text-ink-2">{t('signedUp', { count: found.signedUp })}</p> : null}
      {passed === null ? null : (
        <p className="mb-4 text-ink-2 tabular-nums">{t('exitExam.counts', { passed, present: counts.present })}</p>
      )}
      {session.isCancelled ? <Notice tone="warn">{t('cancelled')}</Notice> : null}
      <div className="mb-10 flex flex-wrap items-start gap-6">
        <div className="w-56">
          <DoorCode address={address} label={t('code', { title: session.title })} />
        </div>
        <div className="min-w-0 flex-1">
          <p className="break-all">{address}</p>
          <p className="mt-2">
            <a className="button" href={`/manage/sessions/${session.id}/screen`}>
              {t('toScreen')}
            </a>
          </p>
        </div>
      </div>
      {found && !session.isCancelled && session.startsAt > new Date() ? (
        <InviteAndCancel session={session} times={await sessionTimes(session)} />
      ) : null}
      {found ? (
        <>
          <WaitingList waiting={found.waiting} />
          <RollCall
            sessionId={session.id}
            room={found}
            isEarly={!session.isOpen && session.startsAt > new Date()}
            search={search}
          />
          <PresentList present={found.present} />
        </>
      ) : (
        <p className="text-ink-2">{t('hostOnly')}</p>
      )}
    </div>
  )
}
