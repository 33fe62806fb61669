/** How a link to a place looks; the one shown is bold. */
export const PLACE_LOOK =
  'flex min-h-11 items-center text-ink-2 no-underline hover:text-ink aria-[current=page]:font-semibold aria-[current=page]:text-ink'
