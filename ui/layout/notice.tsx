import type { ReactNode } from 'react'

const TONES = {
  note: 'border-indigo bg-indigo-soft',
  done: 'border-pine bg-pine-soft',
  warn: 'border-ochre bg-ochre-soft',
  stop: 'border-cinnabar bg-paper-2',
} as const

/** A sentence that matters now. `live`: announced when it appears after an action. */
export function Notice(props: { tone?: keyof typeof TONES; title?: string; live?: boolean; children: ReactNode }) {
  return (
    <div
      className={`my-4 border-l-4 px-4 py-3 ${TONES[props.tone ?? 'note']}`}
      {...(props.live ? { role: props.tone === 'stop' ? 'alert' : 'status' } : {})}
    >
      {props.title ? <p className="font-semibold">{props.title}</p> : null}
      {props.children}
    </div>
  )
}
