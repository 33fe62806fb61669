import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { addDays } from '@/domain/calendar/day'
import { regionChoices } from '@/features/accounts/queries/link-list'
import { AccountForm } from '@/features/accounts/ui/account-form'
import { viewInput } from '@/features/rates/input'
import { programmeInView } from '@/features/rates/queries/programme-in-view'
import { planRoundAction } from '@/features/visits/actions'
import { rounds } from '@/features/visits/queries/rounds'
import { requireActor } from '@/server/auth/actor'
import { shanghaiToday } from '@/server/clock'
import { Breadcrumbs } from '@/ui/layout/breadcrumbs'
import { PageTitle } from '@/ui/layout/page-title'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('visits'))('rounds.title') }
}

/** 走访轮次: which areas are to be visited until when, how far each is, and a new one. */
export default async function RoundsPage({ searchParams }: PageProps<'/manage/visits/rounds'>) {
  const actor = await requireActor('visit.plan')
  const today = shanghaiToday()
  const programme = await programmeInView(viewInput.parse(await searchParams).programme, today)
  const [t, common, accounts, regions, all] = await Promise.all([
    getTranslations('visits'),
    getTranslations('common'),
    getTranslations('accounts'),
    regionChoices(actor),
    programme ? rounds(actor, programme.id) : [],
  ])
  return (
    <div className="max-w-2xl">
      <PageTitle
        above={
          <Breadcrumbs
            label={common('breadcrumbs')}
            items={[{ href: '/manage/visits', label: t('title') }, { label: t('rounds.title') }]}
          />
        }
        beneath={t('rounds.lead')}
      >
        {t('rounds.title')}
      </PageTitle>
      {all.length === 0 ? <p className="mb-6 text-ink-2">{t('rounds.none')}</p> : null}
      <ul className="mb-10">
        {all.map((round) => (
          <li key={round.roundId} className="border-rule border-b py-3">
            <a className="inline-flex min-h-11 items-center" href={`/manage/visits/rounds/${round.roundId}`}>
              {round.title} · {round.place}
            </a>
            <span className="block text-ink-2 text-sm tabular-nums">
              {t('rounds.days', { from: round.fromOn, to: round.lastOn })} ·{' '}
              {t(round.isKeyOnly ? 'rounds.key' : 'rounds.all')} ·{' '}
              {t('rounds.counts', { part: round.part, whole: round.whole })}
            </span>
          </li>
        ))}
      </ul>
      {programme ? (
        <section className="max-w-md">
          <h2 className="mb-2 text-xl">{t('rounds.plan')}</h2>
          <p className="mb-3 text-ink-2">{programme.name}</p>
          <AccountForm
            action={planRoundAction}
            hidden={{ programmeId: programme.id }}
            fields={[
              {
                name: 'title',
                label: t('rounds.name'),
                hint: t('rounds.nameHint'),
                autoComplete: 'off',
                maxLength: 60,
              },
              {
                name: 'regionId',
                label: t('rounds.region'),
                defaultValue: regions[0]?.id ?? '',
                options: regions.map(({ id, name, depth }) => ({ value: id, label: `${'　'.repeat(depth)}${name}` })),
              },
              {
                name: 'roster',
                label: t('rounds.whom'),
                defaultValue: 'key',
                options: [
                  { value: 'key', label: t('rounds.key') },
                  { value: 'all', label: t('rounds.all') },
                ],
              },
              { name: 'fromOn', type: 'date', label: t('rounds.fromOn'), defaultValue: today },
              { name: 'lastOn', type: 'date', label: t('rounds.lastOn'), defaultValue: addDays(today, 29) },
            ]}
            submit={t('rounds.plan')}
            sentences={{ ...accounts.raw('sentences'), ...t.raw('rounds.refusal') }}
          />
        </section>
      ) : null}
    </div>
  )
}
