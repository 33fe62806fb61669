import type { ReactNode } from 'react'

/** One line of the account page: what it is, what it is set to, and where to change it. */
export function Fact(props: { label: string; children: ReactNode; href?: string; action?: string }) {
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-1 border-rule border-b py-3">
      <dt className="w-24 text-ink-2 md:w-36">{props.label}</dt>
      <dd className="min-w-0 flex-1">{props.children}</dd>
      {props.href ? (
        <dd>
          <a className="inline-flex min-h-11 items-center" href={props.href}>
            {props.action}
            <span className="sr-only"> {props.label}</span>
          </a>
        </dd>
      ) : null}
    </div>
  )
}
