import { ratePercent } from '@/domain/rates/rate-display'
import type { RateFigure as Figure } from '@/domain/rates/rate-display'

const TONES = {
  training: { text: 'text-indigo', bar: 'bg-indigo', letter: '训' },
  awareness: { text: 'text-ochre', bar: 'bg-ochre', letter: '知' },
  readiness: { text: 'text-pine', bar: 'bg-pine', letter: '行' },
  visits: { text: 'text-slate', bar: 'bg-slate', letter: '访' },
} as const

export type RateTone = keyof typeof TONES

const numbers = new Intl.NumberFormat('zh-CN')

/** Width of the bar in percent: never full before the part is the whole. */
export function barWidth({ part, whole }: Figure): number {
  if (whole === 0 || part === 0) return 0
  return part === whole ? 100 : Math.min(99, Math.max(1, Math.floor((part / whole) * 100)))
}

/**
 * One rate: label, percentage, part and whole as a link into the list, and how many are still to serve.
 * `missing` is the sentence for those ("还差 179"); absent when there is nothing to count.
 */
export function RateFigure(props: {
  tone: RateTone
  label: string
  figure: Figure
  partHref: string
  missingHref: string
  missing: string
  none: string
  beneath?: React.ReactNode
}) {
  const { text, bar, letter } = TONES[props.tone]
  const { part, whole } = props.figure
  return (
    <section aria-label={props.label} className="border-rule border-t-2 pt-3">
      <h2 className="text-base text-ink-2">
        <span aria-hidden="true" className={`mr-2 font-serif ${text}`}>
          {letter}
        </span>
        {props.label}
      </h2>
      <p className={`font-semibold text-4xl tabular-nums leading-tight ${text}`}>{ratePercent(props.figure)}</p>
      {whole === 0 ? (
        <p className="text-ink-3 text-sm">{props.none}</p>
      ) : (
        <>
          <p className="tabular-nums">
            <a href={props.partHref}>
              {numbers.format(part)} / {numbers.format(whole)}
            </a>
            {part < whole ? (
              <>
                <span aria-hidden="true"> · </span>
                <a href={props.missingHref}>{props.missing}</a>
              </>
            ) : null}
          </p>
          <div className="mt-2 h-1 bg-rule" aria-hidden="true">
            <div className={`h-1 ${bar}`} style={{ width: `${barWidth(props.figure)}%` }} />
          </div>
        </>
      )}
      {props.beneath}
    </section>
  )
}
