import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { LEAST_CHARACTERS } from '@/domain/accounts/password-policy'
import { changePasswordAction, claimAccountAction } from '@/features/accounts/account-actions'
import { confirmed } from '@/features/accounts/confirmed'
import { ownClaimRefusal } from '@/features/accounts/queries/own-claim-refusal'
import { AccountForm } from '@/features/accounts/ui/account-form'
import { AccountShell } from '@/features/accounts/ui/account-shell'
import { requireActor } from '@/server/auth/actor'
import { Notice } from '@/ui/layout/notice'
import { PageTitle } from '@/ui/layout/page-title'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('accounts.password')
  return { title: t('title') }
}

export default async function PasswordPage({ searchParams }: PageProps<'/account/password'>) {
  const actor = confirmed(await requireActor('account.claim'))
  const t = await getTranslations('accounts')
  const least = LEAST_CHARACTERS[actor.grants.length > 0 ? 'officer' : 'learner']
  const isClaim = actor.via === 'link'
  const refusal = isClaim ? await ownClaimRefusal(actor) : null
  const mustChange = (await searchParams).must === '1'
  const fresh = [
    {
      name: 'password',
      label: t('password.new'),
      type: 'password',
      autoComplete: 'new-password',
      hint: t('password.hint', { least }),
    },
    { name: 'again', label: t('password.again'), type: 'password', autoComplete: 'new-password' },
  ]
  const current = { name: 'current', label: t('password.current'), type: 'password', autoComplete: 'current-password' }
  return (
    <AccountShell actor={actor}>
      <PageTitle beneath={t(isClaim ? 'password.claimLead' : 'password.lead')}>
        {t(isClaim ? 'password.claimTitle' : 'password.title')}
      </PageTitle>
      {mustChange ? <Notice tone="warn">{t('password.mustChange', { least })}</Notice> : null}
      {refusal ? (
        <Notice tone="warn">{t(`sentences.${refusal}`)}</Notice>
      ) : (
        <div className="max-w-md">
          <AccountForm
            action={isClaim ? claimAccountAction : changePasswordAction}
            fields={isClaim ? fresh : [current, ...fresh]}
            submit={t(isClaim ? 'password.claimSubmit' : 'password.submit')}
            sentences={{ ...t.raw('sentences'), 'password-short': t('password.short', { least }) }}
          />
        </div>
      )}
    </AccountShell>
  )
}
