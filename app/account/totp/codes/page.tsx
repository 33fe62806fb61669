import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { freshRecoveryCodes } from '@/features/accounts/queries/fresh-recovery-codes'
import { confirmed } from '@/features/accounts/confirmed'
import { AccountShell } from '@/features/accounts/ui/account-shell'
import { ownPath } from '@/server/own-path'
import { requireActor } from '@/server/auth/actor'
import { Notice } from '@/ui/layout/notice'
import { PageTitle } from '@/ui/layout/page-title'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('accounts.recovery')
  return { title: t('title') }
}

export default async function RecoveryCodesPage({ searchParams }: PageProps<'/account/totp/codes'>) {
  const actor = confirmed(await requireActor('account.manage'))
  const t = await getTranslations('accounts.recovery')
  const codes = await freshRecoveryCodes(actor.personId)
  const next = ownPath((await searchParams).next)
  return (
    <AccountShell actor={actor}>
      <PageTitle>{t('title')}</PageTitle>
      {codes ? (
        <>
          <Notice tone="done">{t('on')}</Notice>
          <p>{t('lead')}</p>
          <ul className="my-6 grid max-w-md grid-cols-2 gap-x-8 gap-y-2 border-rule border-y py-4 font-mono">
            {codes.map((code) => (
              <li key={code}>{code}</li>
            ))}
          </ul>
        </>
      ) : (
        <p>{t('gone')}</p>
      )}
      <a className="button button-primary mt-4" href={next}>
        {t('onwards')}
      </a>
    </AccountShell>
  )
}
