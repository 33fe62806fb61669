import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { setLocaleAction } from '@/features/accounts/account-actions'
import { accountOverview } from '@/features/accounts/queries/account-overview'
import { confirmed } from '@/features/accounts/confirmed'
import { AccountForm } from '@/features/accounts/ui/account-form'
import { AccountShell } from '@/features/accounts/ui/account-shell'
import { SignOut } from '@/features/accounts/ui/sign-out'
import { Fact } from '@/features/accounts/ui/fact'
import { singleSignOn } from '@/server/auth/single-sign-on'
import { requireActor } from '@/server/auth/actor'
import { Notice } from '@/ui/layout/notice'
import { PageTitle } from '@/ui/layout/page-title'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('accounts.settings')
  return { title: t('title') }
}

const NOTICES = ['password-set', 'account-made', 'locale-set', 'sso-linked', 'sso-taken', 'totp-off'] as const

export default async function AccountPage({ searchParams }: PageProps<'/account'>) {
  const visitor = await requireActor('account.claim')
  if (visitor.via === 'link') redirect('/account/password')
  const actor = confirmed(visitor)
  const { notice: said } = await searchParams
  const t = await getTranslations('accounts')
  const locale = await getLocale()
  const account = await accountOverview(actor)
  const notice = NOTICES.find((known) => known === said)
  const sso = singleSignOn()
  return (
    <AccountShell actor={actor}>
      <PageTitle>{t('settings.title')}</PageTitle>
      {notice ? (
        <Notice tone={notice === 'sso-taken' ? 'warn' : 'done'}>{t(`settings.notices.${notice}`)}</Notice>
      ) : null}
      <dl className="border-rule border-t">
        <Fact label={t('settings.name')}>{account.name}</Fact>
        {account.signInName ? <Fact label={t('settings.signInName')}>{account.signInName}</Fact> : null}
        {account.mobile ? (
          <Fact label={t('settings.mobile')}>
            {account.mobile}
            <span className="block text-ink-2 text-sm">
              {account.mobileSource
                ? t('settings.mobileFrom', { source: account.mobileSource })
                : t('settings.mobileFromUnknown')}
            </span>
          </Fact>
        ) : null}
        <Fact
          label={t('settings.password')}
          {...(account.hasPassword ? { href: '/account/password', action: t('settings.change') } : {})}
        >
          {t(account.hasPassword ? 'settings.passwordOn' : 'settings.passwordOff')}
        </Fact>
        <Fact
          label={t('settings.totp')}
          href="/account/totp"
          action={t(account.hasTotp ? 'settings.look' : 'settings.set')}
        >
          {t(account.hasTotp ? 'settings.totpOn' : 'settings.totpOff')}
        </Fact>
        <Fact label={t('settings.logins')} href="/account/logins" action={t('settings.look')}>
          {t('settings.loginsText')}
        </Fact>
        {sso ? (
          <Fact label={sso.name}>
            {account.isSsoLinked ? (
              t('settings.ssoOn')
            ) : (
              <form action="/sign-in/sso" method="post">
                <input type="hidden" name="intent" value="link" />
                <input type="hidden" name="next" value="/account" />
                <button type="submit" className="button">
                  {t('settings.ssoLink')}
                </button>
              </form>
            )}
          </Fact>
        ) : null}
      </dl>
      <h2 className="mt-8 mb-2 text-lg">{t('settings.language')}</h2>
      <div className="flex gap-3">
        {(['zh', 'en'] as const).map((each) => (
          <AccountForm
            key={each}
            action={setLocaleAction}
            fields={[]}
            hidden={{ locale: each }}
            quiet
            submit={`${each === 'zh' ? '中文' : 'English'}${each === locale ? ' ✓' : ''}`}
            sentences={t.raw('sentences')}
          />
        ))}
      </div>
      <div className="mt-10">
        <SignOut />
      </div>
    </AccountShell>
  )
}
