import type { Metadata } from 'next'
import { getFormatter, getTranslations } from 'next-intl/server'
import { closeLoginAction } from '@/features/accounts/account-actions'
import { ownLogins } from '@/features/accounts/queries/account-overview'
import { confirmed } from '@/features/accounts/confirmed'
import { AccountForm } from '@/features/accounts/ui/account-form'
import { AccountShell } from '@/features/accounts/ui/account-shell'
import { deviceName } from '@/features/accounts/ui/device-name'
import { requireActor } from '@/server/auth/actor'
import { Notice } from '@/ui/layout/notice'
import { PageTitle } from '@/ui/layout/page-title'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('accounts.logins')
  return { title: t('title') }
}

export default async function LoginsPage({ searchParams }: PageProps<'/account/logins'>) {
  const actor = confirmed(await requireActor('account.manage'))
  const t = await getTranslations('accounts')
  const format = await getFormatter()
  const logins = await ownLogins(actor)
  const isClosed = (await searchParams).notice === 'closed'
  return (
    <AccountShell actor={actor}>
      <PageTitle above={<a href="/account">{t('settings.title')}</a>} beneath={t('logins.lead')}>
        {t('logins.title')}
      </PageTitle>
      {isClosed ? <Notice tone="done">{t('logins.closed')}</Notice> : null}
      <ul className="border-rule border-t">
        {logins.map((login) => (
          <li key={login.id} className="flex flex-wrap items-center justify-between gap-3 border-rule border-b py-3">
            <div>
              <p>
                {deviceName(login.device) ?? t('logins.unknownDevice')}
                {login.isThis ? <strong className="ml-2 font-semibold">{t('logins.this')}</strong> : null}
                {login.isLink ? <span className="ml-2 text-ink-2">{t('logins.byLink')}</span> : null}
              </p>
              <p className="text-ink-2 text-sm">
                {t('logins.since', {
                  at: format.dateTime(login.createdAt, { dateStyle: 'medium', timeStyle: 'short' }),
                })}
              </p>
            </div>
            {login.isThis ? null : (
              <AccountForm
                action={closeLoginAction}
                fields={[]}
                hidden={{ loginId: login.id }}
                quiet
                submit={t('logins.close')}
                sentences={t.raw('sentences')}
              />
            )}
          </li>
        ))}
      </ul>
    </AccountShell>
  )
}
