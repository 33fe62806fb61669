import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { env } from '@/server/env'
import { PageShell } from '@/ui/layout/page-shell'
import type { NavigationItem } from '@/ui/layout/place-links'

/** Header and footer of the pages that officers and authors work on; `items` are the places this actor may open. */
export async function OfficeShell(props: { home: string; items: readonly NavigationItem[]; children: ReactNode }) {
  const common = await getTranslations('common')
  const { OFFICE_NAME: office, FILING_NUMBER: filing } = env()
  return (
    <PageShell
      home={props.home}
      width="wide"
      items={props.items}
      {...(office ? { office } : {})}
      {...(filing ? { filing } : {})}
      aside={
        <a className="inline-flex min-h-11 items-center" href="/account">
          {common('account')}
        </a>
      }
    >
      {props.children}
    </PageShell>
  )
}
