import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import type { Actor } from '@/domain/permissions/actor'
import { mayEver } from '@/domain/permissions/permission'
import { env } from '@/server/env'
import { PageShell } from '@/ui/layout/page-shell'

type Place = 'learn' | 'courses' | 'labs' | 'certificates'

/** Header and footer of a learner's pages. Somebody who came by a link sees nothing they may not open. */
export async function LearnerShell(props: {
  actor: Actor
  current?: Place
  width?: 'text' | 'wide' | 'desk'
  children: ReactNode
}) {
  const t = await getTranslations('learn.nav')
  const isAccount = props.actor.via === 'account'
  const places: { href: string; place: Place }[] = [
    { href: '/learn', place: 'learn' },
    { href: '/learn/courses', place: 'courses' },
    ...(isAccount ? [{ href: '/learn/labs', place: 'labs' as const }] : []),
    { href: '/learn/certificates', place: 'certificates' },
  ]
  const { OFFICE_NAME: office, FILING_NUMBER: filing } = env()
  return (
    <PageShell
      home="/learn"
      width={props.width ?? 'text'}
      items={places.map(({ href, place }) => ({ href, label: t(place), current: place === props.current }))}
      {...(isAccount
        ? {
            aside: (
              <span className="flex flex-wrap gap-x-4">
                {mayEver(props.actor, 'bank.read') ? <a href="/author">{t('author')}</a> : null}
                <a href="/account">{t('account')}</a>
              </span>
            ),
          }
        : {})}
      {...(office ? { office } : {})}
      {...(filing ? { filing } : {})}
    >
      {props.children}
    </PageShell>
  )
}
