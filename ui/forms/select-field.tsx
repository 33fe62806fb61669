type SelectFieldProps = {
  name: string
  label: string
  options: readonly { value: string; label: string }[]
  given: string
  hint?: string
  required?: boolean
  problems?: readonly string[] | undefined
}

/**
 * One labelled choice with its hint and what is wrong with it, bound for screen readers. What was chosen before comes back: a form is emptied after
 * it was sent, and a choice takes a new default only when it is made anew.
 */
export function SelectField({ name, label, options, given, hint, required, problems }: SelectFieldProps) {
  const id = `field-${name}`
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
      <select
        key={given}
        className="input"
        id={id}
        name={name}
        defaultValue={given}
        {...(required ? { required } : {})}
        {...(described ? { 'aria-describedby': described } : {})}
        {...(problems?.length ? { 'aria-invalid': true } : {})}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.value === ''}>
            {option.label}
          </option>
        ))}
      </select>
      {problems?.length ? (
        <p id={`${id}-problem`} className="mt-1 text-cinnabar text-sm">
          {problems.join(' ')}
        </p>
      ) : null}
    </div>
  )
}
