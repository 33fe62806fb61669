import { getTranslations } from 'next-intl/server'
import { inviteOfficerAction } from '../officer-actions'
import { AccountForm } from './account-form'

const ROLES = ['OFFICER', 'AUDITOR', 'LECTURER', 'AUTHOR'] as const

/** The form that gives somebody a role over a region, up to a last day or for good; the one-time link stands in its answer. */
export async function InviteOfficer({ regions }: { regions: readonly { id: string; name: string; depth: number }[] }) {
  const t = await getTranslations('accounts')
  const places = regions.map(({ id, name, depth }) => ({ value: id, label: `${'　'.repeat(depth)}${name}` }))
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
          { name: 'regionId', label: t('officers.region'), options: [{ value: '', label: '' }, ...places] },
          {
            name: 'role',
            label: t('officers.role'),
            hint: t('officers.roleHint'),
            defaultValue: 'OFFICER',
            options: ROLES.map((role) => ({ value: role, label: t(`officers.roles.${role}`) })),
          },
          {
            name: 'toOn',
            type: 'date',
            label: t('officers.toOn'),
            hint: t('officers.toOnHint'),
            optional: true,
          },
        ]}
        submit={t('officers.inviteSubmit')}
        sentences={{ ...t.raw('sentences'), done: t('officers.invitedOwn'), 'done-link': t('officers.setupLink') }}
      />
    </section>
  )
}
