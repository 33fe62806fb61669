type Reply = { html: string; isLessonDone: boolean; isCourseComplete: boolean }

/** Sends self-checks without leaving the page. On any trouble the sentence says what to do; nothing typed is lost. */
export function awakenSelfChecks(root: Document, sentences: { failed: string; empty: string }): () => void {
  const send = async (event: SubmitEvent) => {
    const form = event.target
    if (!(form instanceof HTMLFormElement) || !form.dataset.check) return
    event.preventDefault()
    const feedback = form.querySelector('.self-check-feedback')
    const fields = new FormData(form)
    if (!feedback) return
    if (!fields.getAll('value').some((value) => String(value).trim() !== '')) {
      feedback.textContent = sentences.empty
      return
    }
    const button = form.querySelector('button')
    button?.setAttribute('aria-disabled', 'true')
    const reply = await post(form.action, fields)
    button?.removeAttribute('aria-disabled')
    if (!reply) {
      feedback.textContent = sentences.failed
      return
    }
    feedback.innerHTML = reply.html
    tellEnd(root, reply)
  }
  root.addEventListener('submit', send)
  return () => root.removeEventListener('submit', send)
}

async function post(url: string, fields: FormData): Promise<Reply | null> {
  try {
    const body = new URLSearchParams([...fields].map(([name, value]) => [name, String(value)]))
    const response = await fetch(url, { method: 'POST', body, headers: { accept: 'application/json' } })
    return response.ok ? ((await response.json()) as Reply) : null
  } catch {
    return null // Offline; the sentence beside the button says so.
  }
}

function tellEnd(root: Document, reply: Reply): void {
  const end = root.querySelector<HTMLElement>('[data-lesson-end]')
  if (!end || !(reply.isCourseComplete || reply.isLessonDone)) return
  end.textContent = (reply.isCourseComplete ? end.dataset.courseDone : end.dataset.done) ?? ''
}
