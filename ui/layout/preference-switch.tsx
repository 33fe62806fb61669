type Choice = { value: string; label: string; lang?: string }

/** A row of small buttons that remembers one preference of this browser; a plain form post, no script. */
export function PreferenceSwitch(props: {
  name: 'locale' | 'theme'
  back: string
  label: string
  choices: readonly Choice[]
  current?: string
}) {
  return (
    <form action="/api/preferences" method="post" aria-label={props.label} className="flex gap-1">
      <input type="hidden" name="back" value={props.back} />
      {props.choices.map((choice) => (
        <button
          key={choice.value}
          type="submit"
          name={props.name}
          value={choice.value}
          className="min-h-11 cursor-pointer px-2 underline decoration-rule underline-offset-4 aria-pressed:font-semibold aria-pressed:no-underline"
          aria-pressed={choice.value === props.current}
          {...(choice.lang ? { lang: choice.lang } : {})}
        >
          {choice.label}
        </button>
      ))}
    </form>
  )
}
