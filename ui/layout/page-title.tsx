import type { ReactNode } from 'react'

/** The title of a page with what stands above it (where we are) and beneath it (what it is about). */
export function PageTitle(props: { above?: ReactNode; children: ReactNode; beneath?: ReactNode; serif?: boolean }) {
  return (
    <div className="mb-6">
      {props.above ? <div className="text-ink-2 text-sm">{props.above}</div> : null}
      <h1 className={`text-2xl ${props.serif ? 'font-serif' : ''}`}>{props.children}</h1>
      {props.beneath ? <div className="mt-1 text-ink-2">{props.beneath}</div> : null}
    </div>
  )
}
