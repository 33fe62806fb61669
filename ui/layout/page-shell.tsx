import type { ReactNode } from 'react'
import { getTranslations } from 'next-intl/server'
import { SiteFooter } from './site-footer'
import { SiteHeader } from './site-header'
import type { NavigationItem } from './place-links'

const WIDTHS = { text: 'max-w-2xl', wide: 'max-w-6xl', desk: 'max-w-[105rem]' } as const

/**
 * Header, main and footer of a page. `width`: "text" for reading and forms, "wide" for tables and figures, "desk" for documents beside a form.
 */
export async function PageShell(props: {
  children: ReactNode
  home?: string
  items?: readonly NavigationItem[]
  aside?: ReactNode
  width?: 'text' | 'wide' | 'desk'
  office?: string
  filing?: string
}) {
  const t = await getTranslations('common')
  return (
    <>
      <SiteHeader
        product={t('product')}
        home={props.home ?? '/'}
        navigationLabel={t('navigation')}
        isWide={props.width === 'desk'}
        menuLabel={t('menu')}
        {...(props.items ? { items: props.items } : {})}
        {...(props.aside ? { aside: props.aside } : {})}
      />
      <main id="main" className={`mx-auto px-4 py-6 ${WIDTHS[props.width ?? 'text']}`}>
        {props.children}
      </main>
      <SiteFooter
        isWide={props.width === 'desk'}
        {...(props.office ? { office: props.office } : {})}
        {...(props.filing ? { filing: props.filing } : {})}
      />
    </>
  )
}
