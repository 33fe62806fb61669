const MARKS = {
  open: { sign: '○', tone: 'text-ink-2' },
  doing: { sign: '◐', tone: 'text-ochre' },
  done: { sign: '●', tone: 'text-pine' },
  expiring: { sign: '◔', tone: 'text-ochre' },
  expired: { sign: '◌', tone: 'text-cinnabar' },
} as const

export type StatusMarkKind = keyof typeof MARKS

/** A state by sign and word, never by colour alone. */
export function StatusMark({ kind, label }: { kind: StatusMarkKind; label: string }) {
  const { sign, tone } = MARKS[kind]
  return (
    <span className={`inline-flex items-baseline gap-1 whitespace-nowrap ${tone}`}>
      <span aria-hidden="true">{sign}</span>
      {label}
    </span>
  )
}
