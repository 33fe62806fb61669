import { getTranslations } from 'next-intl/server'
import type { GridCheck } from './grid-checks'
import { PasteGrid } from './paste-grid'

/** A labelled field for a pasted block, with its words; `check` names what the cells are held against. */
export async function PasteField(props: {
  name: string
  label: string
  hint?: string
  check?: GridCheck
  initial?: string
}) {
  const t = await getTranslations()
  const hintId = `paste-${props.name}-hint`
  return (
    <div className="mb-4">
      <p className="mb-1 font-medium" aria-hidden="true">
        {props.label}
      </p>
      {props.hint ? (
        <p id={hintId} className="mb-1 text-ink-2 text-sm">
          {props.hint}
        </p>
      ) : null}
      <PasteGrid
        name={props.name}
        label={props.label}
        words={t.raw('grid')}
        {...(props.hint ? { describedBy: hintId } : {})}
        {...(props.initial ? { initial: props.initial } : {})}
        {...(props.check ? { check: props.check, codes: t.raw(`${props.check}.code`) } : {})}
      />
    </div>
  )
}
