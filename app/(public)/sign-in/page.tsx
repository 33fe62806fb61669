import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { signInAction } from '@/features/accounts/actions'
import { AccountForm } from '@/features/accounts/ui/account-form'
import { currentActor } from '@/server/auth/actor'
import { singleSignOn } from '@/server/auth/single-sign-on'
import { ownPath } from '@/server/own-path'
import { Notice } from '@/ui/layout/notice'
import { PageShell } from '@/ui/layout/page-shell'
import { PageTitle } from '@/ui/layout/page-title'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('accounts.signIn')
  return { title: t('title') }
}

const NOTICES = ['signed-out', 'sso-unlinked', 'sso-failed', 'sso-taken', 'setup-done'] as const

export default async function SignInPage({ searchParams }: PageProps<'/sign-in'>) {
  const query = await searchParams
  const next = ownPath(first(query.next) ?? first(query.callbackUrl))
  const actor = await currentActor()
  if (actor?.via === 'account') redirect(actor.mfaPending ? `/account/totp?next=${encodeURIComponent(next)}` : next)
  const t = await getTranslations('accounts')
  const said = first(query.notice) ?? (query.error ? 'sso-failed' : undefined)
  const notice = NOTICES.find((known) => known === said)
  const sso = singleSignOn()
  return (
    <PageShell>
      <PageTitle beneath={t('signIn.lead')}>{t('signIn.title')}</PageTitle>
      {notice ? (
        <Notice tone={notice.startsWith('sso') ? 'warn' : 'done'}>{t(`signIn.notices.${notice}`)}</Notice>
      ) : null}
      <div className="max-w-md">
        <AccountForm
          action={signInAction}
          hidden={{ next }}
          fields={[
            { name: 'name', label: t('signIn.name'), autoComplete: 'username', autoCapitalize: 'none', maxLength: 100 },
            { name: 'password', label: t('signIn.password'), type: 'password', autoComplete: 'current-password' },
          ]}
          submit={t('signIn.submit')}
          sentences={t.raw('sentences')}
        />
        {sso ? (
          <form action="/sign-in/sso" method="post" className="mt-4">
            <input type="hidden" name="next" value={next} />
            <button type="submit" className="button">
              {t('signIn.sso', { name: sso.name })}
            </button>
          </form>
        ) : null}
        <p className="mt-8 text-ink-2">
          {t('signIn.linkHint')} <a href="/l">{t('signIn.codeDoor')}</a>
        </p>
        <p className="mt-2 text-ink-2">{t('signIn.forgotten')}</p>
      </div>
    </PageShell>
  )
}

function first(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value
}
