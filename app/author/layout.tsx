import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { mayEver } from '@/domain/permissions/permission'
import { requireActor } from '@/server/auth/actor'
import { env } from '@/server/env'
import { PageShell } from '@/ui/layout/page-shell'
import '../learn/learn.css'

/** The frame of the pages for authors. It protects nothing: each page asks for its own permission. */
export default async function AuthorLayout({ children }: { children: ReactNode }) {
  const actor = await requireActor('content.preview')
  const [t, common] = await Promise.all([getTranslations('author.nav'), getTranslations('common')])
  const { OFFICE_NAME, FILING_NUMBER } = env()
  const items = [
    { href: '/author', label: t('content'), also: ['/author/courses'] },
    ...(mayEver(actor, 'bank.exchange') ? [{ href: '/author/exchange', label: t('exchange') }] : []),
    ...(mayEver(actor, 'rates.read') ? [{ href: '/manage', label: t('manage') }] : []),
  ]
  return (
    <PageShell
      home="/author"
      width="wide"
      items={items}
      {...(OFFICE_NAME ? { office: OFFICE_NAME } : {})}
      {...(FILING_NUMBER ? { filing: FILING_NUMBER } : {})}
      aside={
        <a className="inline-flex min-h-11 items-center" href="/account">
          {common('account')}
        </a>
      }
    >
      {children}
    </PageShell>
  )
}
