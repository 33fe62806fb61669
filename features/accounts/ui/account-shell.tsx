import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import type { Actor } from '@/domain/permissions/actor'
import { mayEver } from '@/domain/permissions/permission'
import { PageShell } from '@/ui/layout/page-shell'

/** Header and footer of the account pages: back to learning and, for officers and authors, to their work. */
export async function AccountShell({ actor, children }: { actor: Actor; children: ReactNode }) {
  const t = await getTranslations('accounts.settings')
  const isOfficer = mayEver(actor, 'office.open')
  const items = actor.mfaPending
    ? []
    : [
        ...(isOfficer ? [{ href: '/manage', label: t('manage') }] : []),
        ...(mayEver(actor, 'bank.read') ? [{ href: '/author', label: t('author') }] : []),
        { href: '/learn', label: t('learn') },
      ]
  return (
    <PageShell home={isOfficer ? '/manage' : '/'} items={items}>
      {children}
    </PageShell>
  )
}
