/** The button that draws a paper; a plain form post. */
export function StartExamForm({ exam, label, isQuiet }: { exam: string; label: string; isQuiet?: boolean }) {
  return (
    <form method="post" action={`/learn/exams/${encodeURIComponent(exam)}/start`}>
      <button type="submit" className={`button ${isQuiet ? '' : 'button-primary'}`}>
        {label}
      </button>
    </form>
  )
}
