import type { ReactNode } from 'react'

/** "Nothing yet", said as plainly as everything else, with the next step when there is one. */
export function EmptyState({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="border-rule border-y py-8 text-center text-ink-2">
      <p className="text-ink">{title}</p>
      {children ? <div className="mt-2">{children}</div> : null}
    </div>
  )
}
