import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { addDays } from '@/domain/calendar/day'
import { homeCode } from '@/domain/permissions/reaches'
import { regionChoices } from '@/features/accounts/queries/link-list'
import { AccountForm } from '@/features/accounts/ui/account-form'
import { makeDisplayAction, retractDisplayAction } from '@/features/displays/actions'
import { displayList } from '@/features/displays/queries/displays'
import { programmeInView } from '@/features/rates/queries/programme-in-view'
import { requireActor } from '@/server/auth/actor'
import { shanghaiToday } from '@/server/clock'
import { asFormHandler } from '@/ui/forms/form-handler'
import { Breadcrumbs } from '@/ui/layout/breadcrumbs'
import { PageTitle } from '@/ui/layout/page-title'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('displays'))('title') }
}

/** 大屏: addresses of the area that hang somewhere, and a new one. */
export default async function DisplaysPage({ searchParams }: PageProps<'/manage/displays'>) {
  const actor = await requireActor('display.manage')
  const asked = String((await searchParams).region ?? '')
  const today = shanghaiToday()
  const [t, common, accounts] = await Promise.all([
    getTranslations('displays'),
    getTranslations('common'),
    getTranslations('accounts'),
  ])
  const [displays, regions, programme] = await Promise.all([
    displayList(actor),
    regionChoices(actor),
    programmeInView(undefined, today),
  ])
  const chosen = regions.find(({ code }) => code === asked) ?? regions[0]
  return (
    <div className="max-w-2xl">
      <PageTitle
        above={
          <Breadcrumbs
            label={common('breadcrumbs')}
            items={[
              { href: `/manage/area/${chosen?.code ?? homeCode(actor)}`, label: chosen?.name ?? '' },
              { label: t('title') },
            ]}
          />
        }
        beneath={t('lead')}
      >
        {t('title')}
      </PageTitle>
      {displays.length === 0 ? <p className="mb-6 text-ink-2">{t('none')}</p> : null}
      <ul className="mb-10">
        {displays.map(({ displayId, label, place, lastOn, isOver }) => (
          <li key={displayId} className="flex flex-wrap items-center gap-x-6 gap-y-2 border-rule border-b py-3">
            <span>
              {label} · {place} · {t(isOver ? 'over' : 'until', { day: lastOn })}
            </span>
            <form action={asFormHandler(retractDisplayAction)}>
              <input type="hidden" name="displayId" value={displayId} />
              <button type="submit" className="button" aria-label={t('retractOf', { retract: t('retract'), label })}>
                {t('retract')}
              </button>
            </form>
          </li>
        ))}
      </ul>
      {programme ? (
        <section className="max-w-md">
          <h2 className="mb-2 text-xl">{t('make')}</h2>
          <p className="mb-3 text-ink-2">{programme.name}</p>
          <AccountForm
            action={makeDisplayAction}
            hidden={{ programmeId: programme.id }}
            fields={[
              { name: 'label', label: t('label'), hint: t('labelHint'), autoComplete: 'off', maxLength: 60 },
              {
                name: 'regionId',
                label: t('region'),
                defaultValue: chosen?.id ?? '',
                options: regions.map(({ id, name, depth }) => ({ value: id, label: `${'　'.repeat(depth)}${name}` })),
              },
              { name: 'lastOn', type: 'date', label: t('lastOn'), defaultValue: addDays(today, 90) },
            ]}
            submit={t('make')}
            sentences={{ ...accounts.raw('sentences'), ...t.raw('refusal'), 'done-link': t('made') }}
          />
        </section>
      ) : null}
    </div>
  )
}
