import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { regionChoices } from '@/features/accounts/queries/link-list'
import { foundAgencyAction } from '@/features/agencies/actions'
import { agencyList } from '@/features/agencies/queries/agency-list'
import { requireActor } from '@/server/auth/actor'
import { ActionForm } from '@/ui/forms/action-form'
import { EmptyState } from '@/ui/layout/empty-state'
import { PageTitle } from '@/ui/layout/page-title'
import { HelpLink } from '../help-link'
import { OfficersNavigation } from '../officers-navigation'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('agencies'))('title') }
}

/** 科技服务机构: whom the area commissioned, and a new one. */
export default async function AgenciesPage() {
  const actor = await requireActor('agency.manage')
  const t = await getTranslations('agencies')
  const [agencies, regions] = await Promise.all([agencyList(actor), regionChoices(actor)])
  return (
    <div className="max-w-3xl">
      <PageTitle beneath={t('lead')}>{t('title')}</PageTitle>
      <OfficersNavigation current="/manage/agencies" actor={actor} />
      {agencies.length === 0 ? <EmptyState title={t('none')} /> : null}
      <ul className="mb-10">
        {agencies.map((agency) => (
          <li key={agency.agencyId} className="border-rule border-b py-4">
            <a className="inline-flex min-h-11 items-center text-lg" href={`/manage/agencies/${agency.agencyId}`}>
              {agency.name}
            </a>
            <p className="text-ink-2">
              {agency.place} ·{' '}
              {t('counts', { running: agency.running, enterprises: agency.enterprises, members: agency.members })}
            </p>
          </li>
        ))}
      </ul>
      <h2 className="mb-2 text-xl">{t('found')}</h2>
      <ActionForm action={foundAgencyAction} refusals={t.raw('refusal')} className="max-w-md" label={t('found')}>
        <label className="mb-4 block">
          {t('name')}
          <input className="input" name="name" required minLength={2} maxLength={100} autoComplete="off" />
        </label>
        <label className="mb-4 block">
          {t('uscc')}
          <input className="input" name="uscc" maxLength={18} autoComplete="off" autoCapitalize="characters" />
        </label>
        <label className="mb-4 block">
          {t('region')}
          <select className="input" name="regionId">
            {regions.map(({ id, name, depth }) => (
              <option key={id} value={id}>
                {`${'　'.repeat(depth)}${name}`}
              </option>
            ))}
          </select>
        </label>
        <button className="button button-primary" type="submit">
          {t('foundSubmit')}
        </button>
      </ActionForm>
      <HelpLink topic="agencies" />
    </div>
  )
}
