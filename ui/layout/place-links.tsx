'use client'

import { usePathname } from 'next/navigation'
import { PLACE_LOOK } from './place-look'

export type NavigationItem = {
  href: string
  label: string
  /** Said by pages that know it; else the address decides, also after a change of page that keeps the frame. */
  current?: boolean
  /** Other addresses that belong to this place. */
  also?: readonly string[]
}

function isAt(path: string, address: string): boolean {
  return path === address || path.startsWith(`${address}/`)
}

/** The place shown: the one said, else the one with the longest address that this page's begins with. */
function placeOf(items: readonly NavigationItem[], path: string): NavigationItem | undefined {
  const known = items.flatMap((item) => [item.href, ...(item.also ?? [])].map((address) => ({ item, address })))
  const fitting = known.filter(({ item, address }) =>
    // A place that is the beginning of others ("/manage") is only meant by itself.
    address === item.href && items.some(({ href }) => href !== address && isAt(href, address))
      ? path === address
      : isAt(path, address),
  )
  const longest = fitting.sort((a, b) => b.address.length - a.address.length)[0]?.item
  return items.find(({ current }) => current) ?? longest
}

/** Links to the places of a header, the one shown marked for eye and ear. */
export function PlaceLinks({ items }: { items: readonly NavigationItem[] }) {
  const here = placeOf(items, usePathname())
  return items.map((item) => (
    <li key={item.href}>
      <a href={item.href} className={PLACE_LOOK} {...(item === here ? { 'aria-current': 'page' as const } : {})}>
        {item.label}
      </a>
    </li>
  ))
}

/** The label of the place shown, after a dot; nothing on a page that is none of them. */
export function PlaceShown({ items }: { items: readonly NavigationItem[] }) {
  const here = placeOf(items, usePathname())
  return here ? ` · ${here.label}` : ''
}
