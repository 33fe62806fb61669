import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { inviteMemberAction } from '@/features/accounts/officer-actions'
import { AccountForm } from '@/features/accounts/ui/account-form'
import { changeLastDayAction } from '@/features/agencies/actions'
import { agencyPage } from '@/features/agencies/queries/agency-page'
import { contractLedger } from '@/features/agencies/queries/ledger'
import { ContractForm } from '@/features/agencies/ui/contract-form'
import { LedgerTable } from '@/features/agencies/ui/ledger-table'
import { viewInput } from '@/features/rates/input'
import { programmeInView } from '@/features/rates/queries/programme-in-view'
import { requireActor } from '@/server/auth/actor'
import { shanghaiToday } from '@/server/clock'
import { ActionForm } from '@/ui/forms/action-form'
import { Breadcrumbs } from '@/ui/layout/breadcrumbs'
import { PageTitle } from '@/ui/layout/page-title'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('agencies'))('title') }
}

/** One agency: its contracts with the 验收台账 of the one in view, who works for it, a new contract. */
export default async function AgencyPage({ params, searchParams }: PageProps<'/manage/agencies/[id]'>) {
  const actor = await requireActor('agency.manage')
  const found = await agencyPage(actor, (await params).id)
  if (!found) notFound()
  const { agency, contracts, members } = found
  const query = await searchParams
  const asked = String(query.contract ?? '')
  const inView = contracts.find(({ contractId }) => contractId === asked) ?? contracts[0]
  const today = shanghaiToday()
  const [t, common, accounts] = await Promise.all([
    getTranslations('agencies'),
    getTranslations('common'),
    getTranslations('accounts'),
  ])
  const [ledger, programme] = await Promise.all([
    inView ? contractLedger(actor, inView.contractId) : null,
    programmeInView(viewInput.parse(query).programme, today),
  ])
  const sentences = { ...(t.raw('form') as Record<string, string>), ...(t.raw('refusal') as Record<string, string>) }
  return (
    <>
      <PageTitle
        above={
          <Breadcrumbs
            label={common('breadcrumbs')}
            items={[{ href: '/manage/agencies', label: t('title') }, { label: agency.name }]}
          />
        }
        beneath={`${agency.place}${agency.uscc ? ` · ${agency.uscc}` : ''}`}
      >
        {agency.name}
      </PageTitle>
      <section className="mb-10">
        <h2 className="mb-2 text-xl">{t('contracts')}</h2>
        {contracts.length === 0 ? <p className="text-ink-2">{t('noContract')}</p> : null}
        <ul>
          {contracts.map((contract) => (
            <li key={contract.contractId} className="py-1">
              <a
                className="inline-flex min-h-11 items-center"
                href={`/manage/agencies/${agency.id}?contract=${contract.contractId}`}
                {...(contract.contractId === inView?.contractId ? { 'aria-current': 'true' as const } : {})}
              >
                {contract.title}
              </a>{' '}
              <span className="text-ink-2 text-sm">
                {t('contractLine', {
                  programme: contract.programme,
                  fromOn: contract.fromOn,
                  lastOn: contract.lastOn,
                  enterprises: contract.enterprises,
                })}
                {contract.isRunning ? '' : ` · ${t('notRunning')}`}
              </span>
            </li>
          ))}
        </ul>
      </section>
      {inView && ledger ? (
        <section className="mb-10">
          <h2 className="mb-2 text-xl">{t('ledgerOf', { title: inView.title })}</h2>
          <p className="mb-3 text-ink-2">{t('ledgerLead')}</p>
          <p className="mb-4">
            <a className="button" href={`/manage/agencies/contracts/${inView.contractId}/export`}>
              {t('export')}
            </a>
          </p>
          <LedgerTable contractId={inView.contractId} lines={ledger.lines} />
          <h3 className="mt-6 mb-2 text-lg">{t('more')}</h3>
          <ContractForm
            sentences={sentences}
            agencyId={agency.id}
            programmeId={ledger.contract.programmeId}
            today={today}
            contractId={inView.contractId}
          />
          <h3 className="mt-6 mb-2 text-lg">{t('lastDay')}</h3>
          <ActionForm
            action={changeLastDayAction}
            refusals={t.raw('refusal')}
            className="flex flex-wrap items-end gap-3"
            label={t('lastDay')}
          >
            <input type="hidden" name="contractId" value={inView.contractId} />
            <label className="block text-sm">
              {t('form.lastOn')}
              <input className="input" type="date" name="lastOn" defaultValue={inView.lastOn} required />
            </label>
            <button className="button" type="submit">
              {t('lastDaySubmit')}
            </button>
          </ActionForm>
        </section>
      ) : null}
      <section className="mb-10 max-w-md">
        <h2 className="mb-2 text-xl">{t('members')}</h2>
        <p className="mb-3 text-ink-2">{t('membersLead')}</p>
        {members.length === 0 ? <p className="text-ink-2">{t('noMember')}</p> : null}
        <ul className="mb-4">
          {members.map(({ grantId, name, lastOn }) => (
            <li key={grantId}>
              {name}
              {lastOn ? ` · ${t('until', { day: lastOn })}` : ''}
            </li>
          ))}
        </ul>
        <AccountForm
          action={inviteMemberAction}
          hidden={{ agencyId: agency.id }}
          fields={[
            { name: 'name', label: accounts('officers.name'), autoComplete: 'off', maxLength: 60 },
            {
              name: 'signInName',
              label: accounts('officers.signInName'),
              hint: accounts('officers.signInNameHint'),
              autoComplete: 'off',
              autoCapitalize: 'none',
              maxLength: 60,
            },
          ]}
          submit={t('invite')}
          sentences={{
            ...accounts.raw('sentences'),
            done: accounts('officers.invitedOwn'),
            'done-link': accounts('officers.setupLink'),
          }}
        />
      </section>
      {programme ? (
        <section>
          <h2 className="mb-2 text-xl">{t('newContract')}</h2>
          <p className="mb-3 text-ink-2">{programme.name}</p>
          <ContractForm sentences={sentences} agencyId={agency.id} programmeId={programme.id} today={today} />
        </section>
      ) : null}
    </>
  )
}
