import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { learnHome } from '@/features/courses/queries/learn-home'
import { EnterpriseState } from '@/features/courses/ui/enterprise-state'
import { ToDoList } from '@/features/courses/ui/to-do-list'
import { exitExamsForMe } from '@/features/sessions/queries/exit-exams'
import { sessionsForMe } from '@/features/sessions/queries/sessions-for-me'
import { ExitExams } from '@/features/sessions/ui/exit-exams'
import { Invitations } from '@/features/sessions/ui/invitations'
import { ownSpotSeats } from '@/features/spot-checks/queries/spot-checks'
import { visitsToConfirm } from '@/features/visits/queries/visits-to-confirm'
import { VisitsToConfirm } from '@/features/visits/ui/visits-to-confirm'
import { requireActor } from '@/server/auth/actor'
import { EmptyState } from '@/ui/layout/empty-state'
import { Notice } from '@/ui/layout/notice'
import { PageTitle } from '@/ui/layout/page-title'
import { LearnerShell } from './learner-shell'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('learn.home'))('title') }
}

/** What is still open for my seats, across enterprises; for a head, what their enterprise has done. */
export default async function LearnPage() {
  const actor = await requireActor('learn.read')
  const t = await getTranslations('learn.home')
  const [mail, inquiries, spotWords, spot] = await Promise.all([
    getTranslations('messages'),
    getTranslations('inquiries'),
    getTranslations('spot'),
    ownSpotSeats(actor),
  ])
  const { seats, toDos, lines, certificates } = await learnHome(actor)
  const open = toDos.filter(({ toDo }) => toDo.state !== 'done' && toDo.state !== 'expiring').length
  const heads = seats.filter((seat) => seat.kind === 'HEAD')
  const enterprises = [...new Set(seats.map((seat) => seat.enterprise))]
  const isClerkByLink = actor.via === 'link' && seats.some((seat) => seat.kind === 'CLERK')
  return (
    <LearnerShell actor={actor} current="learn">
      <PageTitle
        beneath={
          <span lang="zh-CN">
            {enterprises.slice(0, 3).join('、')}
            {enterprises.length > 3 ? ` ${t('more', { count: enterprises.length })}` : ''}
          </span>
        }
      >
        {toDos.length === 0 ? t('title') : open > 0 ? t('open', { count: open }) : t('allDone')}
      </PageTitle>
      {toDos.length === 0 ? <EmptyState title={t('none')}>{t('noneHint')}</EmptyState> : <ToDoList toDos={toDos} />}
      {spot.length > 0 ? (
        <Notice>
          {spotWords('own.invite')} <a href="/learn/spot">{spotWords('own.open')}</a>
        </Notice>
      ) : null}
      <ExitExams asked={await exitExamsForMe(actor)} />
      <Invitations invitations={await sessionsForMe(actor)} />
      <VisitsToConfirm visits={await visitsToConfirm(actor)} />
      {isClerkByLink ? (
        <Notice>
          {t('suggestAccount')} <a href="/account/password">{t('setPassword')}</a>
        </Notice>
      ) : null}
      <p className="mt-4">
        <a className="inline-flex min-h-11 items-center" href="/learn/certificates">
          {certificates > 0 ? t('certificatesCount', { count: certificates }) : t('certificates')}
        </a>
        <a className="ml-6 inline-flex min-h-11 items-center" href="/learn/ask">
          {inquiries('link')}
        </a>
        <a className="ml-6 inline-flex min-h-11 items-center" href="/learn/mail">
          {mail('own.link')}
        </a>
      </p>
      {heads.map((seat) => (
        <EnterpriseState
          key={seat.seatId}
          name={seat.enterprise}
          lines={lines.filter((line) => line.entryId === seat.entryId)}
        />
      ))}
    </LearnerShell>
  )
}
