import type { ReactNode } from 'react'
import { type NavigationItem, PlaceLinks, PlaceShown } from './place-links'
import { PLACE_LOOK } from './place-look'
import { Seal } from './seal'

/** From so many places on, a phone shows them behind one word instead of in several lines. */
const FOLDED_FROM = 5

/** The quiet line at the top of a page: mark, where one can go, who one is. */
export function SiteHeader(props: {
  product: string
  home: string
  navigationLabel: string
  /** The word a phone shows instead of many places. */
  menuLabel: string
  items?: readonly NavigationItem[]
  aside?: ReactNode
  /** As wide as a page with documents beside a form. */
  isWide?: boolean
}) {
  const items = props.items ?? []
  const isFolded = items.length >= FOLDED_FROM
  // Learners' pages say themselves where they are, and do without a script for it.
  const links = items.some(({ also }) => also) ? <PlaceLinks items={items} /> : <SaidPlaces items={items} />
  return (
    <header className="border-rule border-b print:hidden">
      <div
        className={`mx-auto flex ${props.isWide ? 'max-w-[105rem]' : 'max-w-6xl'} flex-wrap items-center gap-x-6 gap-y-1 px-4 py-2`}
      >
        <a href={props.home} className="flex min-h-11 items-center gap-2 text-ink no-underline">
          <Seal />
          <span className="font-serif text-lg">{props.product}</span>
        </a>
        {items.length > 0 ? (
          <nav aria-label={props.navigationLabel} className={isFolded ? 'max-md:hidden' : ''}>
            <ul className="flex flex-wrap gap-x-5">{links}</ul>
          </nav>
        ) : null}
        {props.aside ? <div className="ml-auto flex items-center gap-3">{props.aside}</div> : null}
        {isFolded ? (
          <nav aria-label={props.navigationLabel} className="w-full md:hidden">
            <details>
              <summary className="min-h-11 cursor-pointer py-2 text-ink-2">
                {props.menuLabel}
                <PlaceShown items={items} />
              </summary>
              <ul className="grid grid-cols-2 gap-x-5 pb-2">{links}</ul>
            </details>
          </nav>
        ) : null}
      </div>
    </header>
  )
}

function SaidPlaces({ items }: { items: readonly NavigationItem[] }) {
  return items.map((item) => (
    <li key={item.href}>
      <a href={item.href} className={PLACE_LOOK} {...(item.current ? { 'aria-current': 'page' as const } : {})}>
        {item.label}
      </a>
    </li>
  ))
}
