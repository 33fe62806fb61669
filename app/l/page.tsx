import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { openCodeAction } from '@/features/accounts/actions'
import { AccountForm } from '@/features/accounts/ui/account-form'
import { PageShell } from '@/ui/layout/page-shell'
import { PageTitle } from '@/ui/layout/page-title'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('links.code')
  return { title: t('title') }
}

export default async function CodePage() {
  const t = await getTranslations('links')
  return (
    <PageShell>
      <PageTitle beneath={t('code.lead')}>{t('code.title')}</PageTitle>
      <div className="max-w-md">
        <AccountForm
          action={openCodeAction}
          fields={[
            {
              name: 'code',
              label: t('code.code'),
              hint: t('code.hint'),
              autoComplete: 'off',
              autoCapitalize: 'characters',
              maxLength: 20,
            },
            {
              name: 'tail',
              label: t('open.tail'),
              inputMode: 'numeric',
              autoComplete: 'off',
              maxLength: 4,
              pattern: '[0-9]*',
            },
          ]}
          submit={t('open.submit')}
          sentences={t.raw('sentences')}
        />
      </div>
      <p className="mt-8 text-ink-2">
        {t('code.account')} <a href="/sign-in">{t('code.signIn')}</a>
      </p>
    </PageShell>
  )
}
