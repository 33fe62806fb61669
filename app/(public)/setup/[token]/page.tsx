import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { LEAST_CHARACTERS } from '@/domain/accounts/password-policy'
import { completeSetupAction } from '@/features/accounts/actions'
import { setupGreeting } from '@/features/accounts/queries/setup-greeting'
import { AccountForm } from '@/features/accounts/ui/account-form'
import { singleSignOn } from '@/server/auth/single-sign-on'
import { PageShell } from '@/ui/layout/page-shell'
import { PageTitle } from '@/ui/layout/page-title'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('accounts.setup')
  return { title: t('title') }
}

export default async function SetupPage({ params }: PageProps<'/setup/[token]'>) {
  const { token } = await params
  const greeting = await setupGreeting(token)
  if (!greeting) notFound()
  const t = await getTranslations('accounts')
  const sso = singleSignOn()
  const least = LEAST_CHARACTERS.officer
  const who = [
    { name: 'name', label: t('setup.name'), autoComplete: 'name', maxLength: 60 },
    {
      name: 'signInName',
      label: t('setup.signInName'),
      hint: t('setup.signInNameHint'),
      autoComplete: 'username',
      autoCapitalize: 'none',
      maxLength: 60,
    },
  ]
  const city = [
    { name: 'cityName', label: t('setup.cityName'), hint: t('setup.cityNameHint'), maxLength: 30 },
    {
      name: 'cityCode',
      label: t('setup.cityCode'),
      hint: t('setup.cityCodeHint'),
      inputMode: 'numeric' as const,
      maxLength: 6,
    },
  ]
  const password = [
    {
      name: 'password',
      label: t('password.new'),
      type: 'password',
      autoComplete: 'new-password',
      hint: t('password.hint', { least }),
    },
    { name: 'again', label: t('password.again'), type: 'password', autoComplete: 'new-password' },
  ]
  return (
    <PageShell>
      <PageTitle
        beneath={greeting.kind === 'first' ? t('setup.firstLead') : t('setup.invitedLead', { name: greeting.name })}
      >
        {t('setup.title')}
      </PageTitle>
      <div className="max-w-md">
        <AccountForm
          action={completeSetupAction}
          hidden={{ token }}
          fields={greeting.kind === 'first' ? [...(greeting.asksCity ? city : []), ...who, ...password] : password}
          submit={t('setup.submit')}
          sentences={{ ...t.raw('sentences'), 'password-short': t('password.short', { least }) }}
        />
        {sso && greeting.kind === 'invited' ? (
          <form action="/sign-in/sso" method="post" className="mt-6">
            <input type="hidden" name="intent" value="setup" />
            <input type="hidden" name="token" value={token} />
            <input type="hidden" name="next" value="/manage" />
            <button type="submit" className="button">
              {t('setup.sso', { name: sso.name })}
            </button>
          </form>
        ) : null}
      </div>
    </PageShell>
  )
}
