import { AnswerOutbox, type SaveState } from './answer-outbox'
import type { PaperSentences } from './paper-island'
import { startClock } from './paper-clock'

const TYPING_MS = 600

/** Brings a paper's plain form to life: saves as one answers, shows what is answered, turns pages on a phone, runs the clock. */
export function awakenPaper(form: HTMLFormElement, sentences: PaperSentences): () => void {
  const questions = [...form.querySelectorAll<HTMLElement>('.question')]
  const seqs = new Map(questions.map((one) => [positionOf(one), Number(one.dataset.seq)]))
  const outbox = new AnswerOutbox(form.dataset.attempt ?? '', seqs, (state) => tellState(form, state, sentences))
  const typing = new Map<number, ReturnType<typeof setTimeout>>()
  form.dataset.live = ''
  form.dataset.first = ''
  setLive(form)

  for (const [position, value] of outbox.restore()) fill(form, position, value)
  count(form, questions, sentences)

  const changed = (event: Event) => {
    const question = event.target instanceof Element ? event.target.closest<HTMLElement>('.question') : null
    if (!question) return
    const position = positionOf(question)
    clearTimeout(typing.get(position))
    const save = () => {
      typing.delete(position)
      outbox.put(position, answerOf(question))
    }
    if (isText(event.target) && event.type === 'input') typing.set(position, setTimeout(save, TYPING_MS))
    else if (event.type === 'change' && (!isText(event.target) || typing.has(position))) save()
    count(form, questions, sentences)
  }
  const saveTyped = () => {
    for (const [position, timer] of typing) {
      clearTimeout(timer)
      const question = questions.find((one) => positionOf(one) === position)
      if (question) outbox.put(position, answerOf(question))
    }
    typing.clear()
  }
  const leave = () => {
    saveTyped()
    void outbox.flush()
  }
  const submitted = (event: SubmitEvent) => {
    const button = event.submitter
    const intent = button instanceof HTMLButtonElement ? button.value : 'save'
    saveTyped()
    if (intent === 'submit' && warnsOfGaps(form, questions, sentences)) event.preventDefault()
    else if (intent !== 'submit' || !outbox.isEmpty) {
      event.preventDefault()
      void outbox.flush().then((isSaved) => {
        if (intent === 'submit' && isSaved) form.requestSubmit(button)
      })
    }
  }
  const turn = (event: MouseEvent) => turnPage(event, form, questions)
  const enter = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && isText(event.target)) event.preventDefault()
  }
  const online = () => void outbox.flush()

  form.addEventListener('input', changed)
  form.addEventListener('change', changed)
  form.addEventListener('submit', submitted)
  form.addEventListener('click', turn)
  form.addEventListener('keydown', enter)
  document.addEventListener('visibilitychange', leave)
  window.addEventListener('online', online)
  const stopClock = startClock(form, sentences, () => {
    form.dataset.over = ''
    form.requestSubmit(form.querySelector<HTMLButtonElement>('[data-submit]'))
  })
  return () => {
    stopClock()
    outbox.stop()
    form.removeEventListener('input', changed)
    form.removeEventListener('change', changed)
    form.removeEventListener('submit', submitted)
    form.removeEventListener('click', turn)
    form.removeEventListener('keydown', enter)
    document.removeEventListener('visibilitychange', leave)
    window.removeEventListener('online', online)
  }
}

function setLive(form: HTMLFormElement): void {
  const live = form.elements.namedItem('live')
  if (live instanceof HTMLInputElement) live.value = '1'
  form.querySelector('[data-steps]')?.removeAttribute('hidden')
}

const positionOf = (question: HTMLElement) => Number(question.dataset.position)
const isText = (target: EventTarget | null) => target instanceof HTMLInputElement && target.inputMode === 'decimal'

function answerOf(question: HTMLElement): string[] {
  const inputs = [...question.querySelectorAll<HTMLInputElement>(`[name="q${question.dataset.position}"]`)]
  return inputs.filter((one) => one.checked || (isText(one) && one.value.trim() !== '')).map((one) => one.value.trim())
}

function fill(form: HTMLFormElement, position: number, value: string[]): void {
  for (const input of form.querySelectorAll<HTMLInputElement>(`[name="q${position}"]`)) {
    if (isText(input)) input.value = value[0] ?? ''
    else input.checked = value.includes(input.value)
  }
}

function tellState(form: HTMLElement, state: SaveState, sentences: PaperSentences): void {
  const place = form.querySelector<HTMLElement>('[data-saved]')
  if (!place) return
  place.dataset.saved = state.kind
  if (state.kind === 'saved') place.textContent = sentences.savedAt.replace('{time}', shanghaiMinute(state.at))
  else {
    const key = {
      saving: 'saving',
      retrying: 'retrying',
      closed: 'closed',
      'too-late': 'tooLate',
      'signed-out': 'signedOut',
    } as const
    place.textContent = sentences[key[state.kind]]
  }
}

function shanghaiMinute(instant: string): string {
  return new Intl.DateTimeFormat('zh-CN', {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: 'Asia/Shanghai',
  }).format(new Date(instant))
}

function count(form: HTMLElement, questions: readonly HTMLElement[], sentences: PaperSentences): void {
  let done = 0
  for (const question of questions) {
    const isAnswered = answerOf(question).length > 0
    if (isAnswered) done++
    const link = form.querySelector<HTMLElement>(`[data-goto="${question.dataset.position}"]`)
    link?.toggleAttribute('data-answered', isAnswered)
    const word = link?.querySelector('[data-answered-word]')
    if (word) word.textContent = isAnswered ? sentences.answered : ''
  }
  const place = form.querySelector('[data-count]')
  if (place)
    place.textContent = sentences.answeredCount
      .replace('{done}', String(done))
      .replace('{total}', String(questions.length))
}

/** Says once which questions have no answer; the second press hands in all the same, as does the end of the time. */
function warnsOfGaps(form: HTMLFormElement, questions: readonly HTMLElement[], sentences: PaperSentences): boolean {
  const open = questions
    .filter((question) => answerOf(question).length === 0)
    .map((question) => question.dataset.position)
  if (open.length === 0 || form.dataset.warned === open.join() || 'over' in form.dataset) return false
  form.dataset.warned = open.join()
  const note = form.querySelector('[data-unanswered]')
  if (note)
    note.textContent = sentences.unanswered.replace('{count}', String(open.length)).replace('{list}', open.join('、'))
  const button = form.querySelector('[data-submit]')
  if (button) button.textContent = sentences.submitAnyway
  return true
}

function turnPage(event: MouseEvent, form: HTMLElement, questions: readonly HTMLElement[]): void {
  const control = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-step], [data-goto]') : null
  if (!control) return
  const now = questions.findIndex((question) => 'current' in question.dataset)
  const wanted = control.dataset.goto ? Number(control.dataset.goto) - 1 : now + Number(control.dataset.step)
  const next = questions[wanted]
  if (!next) return
  for (const question of questions) delete question.dataset.current
  next.dataset.current = ''
  form.toggleAttribute('data-first', wanted === 0)
  form.toggleAttribute('data-last', wanted === questions.length - 1)
  for (const link of form.querySelectorAll<HTMLElement>('[data-goto]')) {
    if (Number(link.dataset.goto) === wanted + 1) link.setAttribute('aria-current', 'step')
    else link.removeAttribute('aria-current')
  }
  if (control.dataset.step) next.querySelector<HTMLElement>('input:not([type=hidden])')?.focus()
}
