import type { ReactNode } from 'react'
import { Seal } from './seal'

export type NavigationItem = { href: string; label: string; current?: boolean }

/** The quiet line at the top of a page: mark, where one can go, who one is. */
export function SiteHeader(props: {
  product: string
  home: string
  navigationLabel: string
  items?: readonly NavigationItem[]
  aside?: ReactNode
  /** As wide as a page with documents beside a form. */
  isWide?: boolean
}) {
  return (
    <header className="border-rule border-b print:hidden">
      <div
        className={`mx-auto flex ${props.isWide ? 'max-w-[105rem]' : 'max-w-6xl'} flex-wrap items-center gap-x-6 gap-y-1 px-4 py-2`}
      >
        <a href={props.home} className="flex min-h-11 items-center gap-2 text-ink no-underline">
          <Seal />
          <span className="font-serif text-lg">{props.product}</span>
        </a>
        {props.items && props.items.length > 0 ? (
          <nav aria-label={props.navigationLabel}>
            <ul className="flex flex-wrap gap-x-5">
              {props.items.map((item) => (
                <li key={item.href}>
                  <a
                    href={item.href}
                    className="flex min-h-11 items-center text-ink-2 no-underline hover:text-ink aria-[current=page]:font-semibold aria-[current=page]:text-ink"
                    {...(item.current ? { 'aria-current': 'page' as const } : {})}
                  >
                    {item.label}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        ) : null}
        {props.aside ? <div className="ml-auto flex items-center gap-3">{props.aside}</div> : null}
      </div>
    </header>
  )
}
