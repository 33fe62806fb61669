export type SubPage = { href: string; label: string; current?: boolean }

/** The few pages that belong together, as a quiet line of links under the title; the one shown is marked for eye and ear. */
export function SubNavigation(props: { label: string; pages: readonly SubPage[] }) {
  return (
    <nav aria-label={props.label} className="mb-6 border-rule border-b print:hidden">
      <ul className="flex flex-wrap gap-x-6">
        {props.pages.map((page) => (
          <li key={page.href}>
            <a
              href={page.href}
              className="flex min-h-11 items-center text-ink-2 no-underline hover:text-ink aria-[current=page]:font-semibold aria-[current=page]:text-ink"
              {...(page.current ? { 'aria-current': 'page' as const } : {})}
            >
              {page.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
