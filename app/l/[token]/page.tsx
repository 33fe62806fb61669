import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { openLinkAction } from '@/features/accounts/actions'
import { linkGreeting } from '@/features/accounts/queries/link-greeting'
import { AccountForm } from '@/features/accounts/ui/account-form'
import { LinkOver } from '@/features/accounts/ui/link-over'
import { currentActor } from '@/server/auth/actor'
import { PageShell } from '@/ui/layout/page-shell'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('links.open')
  return { title: t('title') }
}

export default async function PersonalLinkPage({ params }: PageProps<'/l/[token]'>) {
  const { token } = await params
  const greeting = await linkGreeting(token)
  if (!greeting) return <LinkOver />
  const actor = await currentActor()
  const isKnown =
    actor?.personId === greeting.personId && (actor.via === 'account' || actor.holdingId === greeting.holdingId)
  if (isKnown) redirect(greeting.seatKind === 'HEAD' ? '/learn/start' : '/learn')
  const t = await getTranslations('links')
  return (
    <PageShell>
      <p className="text-ink-2">{greeting.enterprise}</p>
      <h1 className="mt-1 font-serif text-2xl">{t('open.greeting', { name: greeting.maskedName })}</h1>
      <p className="mt-3">{t(greeting.seatKind === 'HEAD' ? 'open.headLead' : 'open.clerkLead')}</p>
      <div className="mt-6 max-w-md">
        <AccountForm
          action={openLinkAction}
          hidden={{ token }}
          fields={[
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
      <p className="mt-8 text-ink-2 text-sm">
        {greeting.mobileSource ? t('open.mobileFrom', { source: greeting.mobileSource }) : t('open.mobileFromUnknown')}{' '}
        {t('open.notYou')}
      </p>
    </PageShell>
  )
}
