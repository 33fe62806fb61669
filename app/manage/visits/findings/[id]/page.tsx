import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { AccountForm } from '@/features/accounts/ui/account-form'
import { followUpAction } from '@/features/visits/actions'
import { findingPage } from '@/features/visits/queries/finding-page'
import { FindingStatus } from '@/features/visits/ui/finding-status'
import { requireActor } from '@/server/auth/actor'
import { shanghaiToday } from '@/server/clock'
import { newId } from '@/server/db/id'
import { Breadcrumbs } from '@/ui/layout/breadcrumbs'
import { Notice } from '@/ui/layout/notice'
import { PageTitle } from '@/ui/layout/page-title'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('visits'))('follow.title') }
}

/** One need or project: what was done about it, and the next note. */
export default async function FindingPage({ params, searchParams }: PageProps<'/manage/visits/findings/[id]'>) {
  const actor = await requireActor('visit.plan')
  const found = await findingPage(actor, (await params).id)
  if (!found) notFound()
  const { finding, followUps } = found
  const { noted } = await searchParams
  const [t, common, accounts] = await Promise.all([
    getTranslations('visits'),
    getTranslations('common'),
    getTranslations('accounts'),
  ])
  return (
    <div className="max-w-2xl">
      <PageTitle
        above={
          <Breadcrumbs
            label={common('breadcrumbs')}
            items={[
              { href: '/manage/visits', label: t('title') },
              { href: '/manage/visits/reserve', label: t('reserve.title') },
              { label: t('follow.title') },
            ]}
          />
        }
        beneath={
          <>
            <a href={`/manage/roster/${finding.entryId}`}>{finding.enterprise}</a> · {finding.place} ·{' '}
            {t(`reserve.${finding.kind}`)} · {t('follow.foundOn', { day: finding.visitedOn })}
          </>
        }
      >
        {finding.text}
      </PageTitle>
      {noted ? (
        <Notice tone="done" live>
          {t('follow.noted')}
        </Notice>
      ) : null}
      <p className="mb-4">
        <FindingStatus state={finding.state} nextOn={finding.nextOn} />
      </p>
      <h2 className="mb-2 text-xl">{t('follow.history')}</h2>
      {followUps.length === 0 ? <p className="mb-8 text-ink-2">{t('follow.none')}</p> : null}
      <ol className="mb-8">
        {followUps.map((note) => (
          <li key={note.followUpId} className="border-rule border-b py-3">
            <p>{note.text}</p>
            <p className="text-ink-2 text-sm tabular-nums">
              {note.doneOn} · {note.by}
              {note.isClosed ? ` · ${t('follow.closed')}` : ''}
              {note.nextOn ? ` · ${t('follow.next', { day: note.nextOn })}` : ''}
            </p>
          </li>
        ))}
      </ol>
      <h2 className="mb-2 text-xl">{t('follow.note')}</h2>
      <AccountForm
        key={followUps.length}
        action={followUpAction}
        hidden={{ followUpId: newId(), findingId: finding.findingId }}
        fields={[
          { name: 'text', label: t('follow.text'), hint: t('follow.textHint'), autoComplete: 'off', maxLength: 500 },
          { name: 'doneOn', type: 'date', label: t('follow.doneOn'), defaultValue: shanghaiToday() },
          { name: 'nextOn', type: 'date', label: t('follow.nextOn'), hint: t('follow.nextHint'), optional: true },
        ]}
        submit={t('follow.save')}
        sentences={{ ...accounts.raw('sentences'), ...t.raw('follow.refusal') }}
      >
        <label className="mb-4 flex min-h-11 items-center gap-2">
          <input type="checkbox" name="isClosed" value="yes" className="size-5" />
          {t('follow.isClosed')}
        </label>
      </AccountForm>
    </div>
  )
}
