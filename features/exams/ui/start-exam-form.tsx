import { asFormHandler } from '@/ui/forms/form-handler'
import { startExamAction } from '../actions'

/** The button that draws a paper; a plain form post. */
export function StartExamForm({ exam, label, isQuiet }: { exam: string; label: string; isQuiet?: boolean }) {
  return (
    <form action={asFormHandler(startExamAction)}>
      <input type="hidden" name="exam" value={exam} />
      <button type="submit" className={`button ${isQuiet ? '' : 'button-primary'}`}>
        {label}
      </button>
    </form>
  )
}
