import type { LabMode } from '@/domain/labs/lab-sheet'
import { asFormHandler } from '@/ui/forms/form-handler'
import type { startLabRunAction } from '../actions'

/** A button that opens a run; a plain form post. */
export function StartForm(props: {
  action: typeof startLabRunAction
  slug: string
  mode: LabMode
  label: string
  isPrimary?: boolean
}) {
  return (
    <form action={asFormHandler(props.action)}>
      <input type="hidden" name="slug" value={props.slug} />
      <input type="hidden" name="mode" value={props.mode} />
      <button type="submit" className={`button ${props.isPrimary ? 'button-primary' : ''}`}>
        {props.label}
      </button>
    </form>
  )
}
