import { getTranslations } from 'next-intl/server'
import { inviteOfficerAction } from '../officer-actions'
import { AccountForm } from './account-form'

/** The form that invites an officer; the one-time link stands in its answer. */
export async function InviteOfficer({ regions }: { regions: readonly { id: string; name: string; depth: number }[] }) {
  const t = await getTranslations('accounts')
  return (
    <section className="mt-10 max-w-md">
      <h2 className="mb-4 text-lg">{t('officers.invite')}</h2>
      <AccountForm
        action={inviteOfficerAction}
        fields={[
          { name: 'name', label: t('officers.name'), autoComplete: 'off', maxLength: 60 },
          {
            name: 'signInName',
            label: t('officers.signInName'),
            hint: t('officers.signInNameHint'),
            autoComplete: 'off',
            autoCapitalize: 'none',
            maxLength: 60,
          },
        ]}
        submit={t('officers.inviteSubmit')}
        sentences={{ ...t.raw('sentences'), done: t('officers.invitedOwn'), 'done-link': t('officers.setupLink') }}
      >
        <label className="mb-4 block">
          <span className="mb-1 block font-medium">{t('officers.region')}</span>
          <select name="regionId" className="input" required defaultValue="">
            <option value="" disabled />
            {regions.map((region) => (
              <option key={region.id} value={region.id}>
                {'　'.repeat(region.depth)}
                {region.name}
              </option>
            ))}
          </select>
        </label>
        <label className="mb-4 block">
          <span className="mb-1 block font-medium">{t('officers.role')}</span>
          <select name="role" className="input" defaultValue="OFFICER">
            {(['OFFICER', 'LECTURER', 'AUTHOR'] as const).map((role) => (
              <option key={role} value={role}>
                {t(`officers.roles.${role}`)}
              </option>
            ))}
          </select>
        </label>
      </AccountForm>
    </section>
  )
}
