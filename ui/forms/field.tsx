import type { InputHTMLAttributes } from 'react'

type FieldProps = InputHTMLAttributes<HTMLInputElement> & {
  name: string
  label: string
  hint?: string
  problems?: readonly string[] | undefined
}

/** One labelled input with its hint and what is wrong with it, bound for screen readers. */
export function Field({ label, hint, problems, ...input }: FieldProps) {
  const id = input.id ?? `field-${input.name}`
  const described = [hint ? `${id}-hint` : '', problems?.length ? `${id}-problem` : ''].filter(Boolean).join(' ')
  return (
    <div className="mb-4">
      <label htmlFor={id} className="mb-1 block font-medium">
        {label}
      </label>
      {hint ? (
        <p id={`${id}-hint`} className="mb-1 text-ink-2 text-sm">
          {hint}
        </p>
      ) : null}
      <input
        className="input"
        {...input}
        id={id}
        {...(described ? { 'aria-describedby': described } : {})}
        {...(problems?.length ? { 'aria-invalid': true } : {})}
      />
      {problems?.length ? (
        <p id={`${id}-problem`} className="mt-1 text-cinnabar text-sm">
          {problems.join(' ')}
        </p>
      ) : null}
    </div>
  )
}
