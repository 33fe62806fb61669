import { CopyButton } from '@/ui/forms/copy-button'

/** A labelled text to take away: a field to select from, and a button that copies where the browser can. */
export function Copyable(props: {
  id: string
  label: string
  text: string
  rows?: number
  copy: string
  copied: string
}) {
  return (
    <div className="mb-4">
      <label htmlFor={props.id} className="mb-1 block font-medium">
        {props.label}
      </label>
      <div className="flex items-start gap-2">
        {props.rows ? (
          <textarea id={props.id} readOnly rows={props.rows} className="input" defaultValue={props.text} />
        ) : (
          <input id={props.id} readOnly className="input" defaultValue={props.text} />
        )}
        <CopyButton text={props.text} label={props.copy} done={props.copied} />
      </div>
    </div>
  )
}
