import { getTranslations } from 'next-intl/server'
import {
  disableAccountAction,
  enableAccountAction,
  endGrantAction,
  renewInvitationAction,
  resetSecondFactorAction,
} from '../officer-actions'
import type { officerList } from '../queries/officer-list'
import { AccountForm } from './account-form'

type Officer = Awaited<ReturnType<typeof officerList>>[number]

/** Who is officer where, since when, and what may be done about it. */
export async function OfficerTable({ officers }: { officers: readonly Officer[] }) {
  const t = await getTranslations('accounts')
  return (
    <table className="cards-table">
      <thead>
        <tr>
          {(['name', 'signIn', 'role', 'region', 'days', 'state', 'actions'] as const).map((column) => (
            <th key={column} scope="col">
              {t(`officers.columns.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {officers.map((one) => (
          <tr key={one.grantId}>
            <th scope="row" className="font-normal">
              {one.name}
              {one.isSelf ? <span className="ml-2 text-ink-2">{t('officers.you')}</span> : null}
            </th>
            <td data-label={t('officers.columns.signIn')}>{one.signIn}</td>
            <td data-label={t('officers.columns.role')}>{t(`officers.roles.${one.role}`)}</td>
            <td data-label={t('officers.columns.region')}>{one.region}</td>
            <td data-label={t('officers.columns.days')}>
              {t('officers.since', { day: one.fromOn })}
              {one.endedOn
                ? ` ${t('officers.endedOn', { day: one.endedOn })}`
                : one.lastOn
                  ? ` ${t('officers.until', { day: one.lastOn })}`
                  : ''}
            </td>
            <td data-label={t('officers.columns.state')}>{t(`officers.state.${one.state}`)}</td>
            <td>{one.mayManage ? <Actions officer={one} /> : null}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

async function Actions({ officer }: { officer: Officer }) {
  const t = await getTranslations('accounts')
  const sentences = { ...t.raw('sentences'), done: t('officers.done'), 'done-link': t('officers.setupLink') }
  const grant = { hidden: { grantId: officer.grantId }, fields: [], quiet: true, sentences }
  const person = { hidden: { personId: officer.personId }, fields: [], quiet: true, sentences }
  const isDisabled = officer.state === 'disabled'
  return (
    <details>
      <summary className="min-h-11 cursor-pointer py-2">
        {t('officers.columns.actions')}
        <span className="sr-only"> {officer.name}</span>
      </summary>
      <div className="flex flex-wrap gap-2">
        {officer.isSelf ? null : <AccountForm action={renewInvitationAction} submit={t('officers.renew')} {...grant} />}
        <AccountForm action={endGrantAction} submit={t('officers.end')} {...grant} />
        {officer.isSelf || !officer.hasTotp ? null : (
          <AccountForm
            action={resetSecondFactorAction}
            submit={t('officers.resetTotp')}
            {...person}
            sentences={{ ...sentences, done: t('officers.totpReset') }}
          />
        )}
        {officer.isSelf ? null : (
          <AccountForm
            action={isDisabled ? enableAccountAction : disableAccountAction}
            submit={t(isDisabled ? 'officers.enable' : 'officers.disable')}
            {...person}
          />
        )}
      </div>
    </details>
  )
}
