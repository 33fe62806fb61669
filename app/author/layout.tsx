import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { mayEver } from '@/domain/permissions/permission'
import { requireActor } from '@/server/auth/actor'
import { OfficeShell } from '../office-shell'
import '../learn/learn.css'

/** The frame of the pages for authors. It protects nothing: each page asks for its own permission. */
export default async function AuthorLayout({ children }: { children: ReactNode }) {
  const actor = await requireActor('content.preview')
  const t = await getTranslations('author.nav')
  const items = [
    { href: '/author', label: t('content'), also: ['/author/courses'] },
    ...(mayEver(actor, 'bank.exchange') ? [{ href: '/author/exchange', label: t('exchange') }] : []),
    ...(mayEver(actor, 'today.read') ? [{ href: '/manage', label: t('manage') }] : []),
  ]
  return (
    <OfficeShell home="/author" items={items}>
      {children}
    </OfficeShell>
  )
}
