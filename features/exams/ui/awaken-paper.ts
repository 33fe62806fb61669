import { AnswerOutbox, type SaveState } from './answer-outbox'
import { fill, isTouched, isTyped, positionOf, saidIn } from './paper-fields'
import type { PaperSentences } from './paper-island'
import { tellProgress, turnPage, warnsOfGaps } from './paper-palette'
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

  // What was answered while the script was still on its way is newer than what an earlier visit kept.
  const early = questions.filter(isTouched)
  for (const [position, said] of outbox.restore()) {
    const question = questions.find((one) => positionOf(one) === position)
    if (question && !early.includes(question)) fill(question, said)
  }
  for (const question of early) outbox.put(positionOf(question), saidIn(question))
  tellProgress(form, questions, sentences)

  const changed = (event: Event) => {
    const question = event.target instanceof Element ? event.target.closest<HTMLElement>('.question') : null
    if (!question) return
    const position = positionOf(question)
    clearTimeout(typing.get(position))
    const save = () => {
      typing.delete(position)
      outbox.put(position, saidIn(question))
    }
    if (isTyped(event.target) && event.type === 'input') typing.set(position, setTimeout(save, TYPING_MS))
    else if (event.type === 'change' && (!isTyped(event.target) || typing.has(position))) save()
    tellProgress(form, questions, sentences)
  }
  const saveTyped = () => {
    for (const [position, timer] of typing) {
      clearTimeout(timer)
      const question = questions.find((one) => positionOf(one) === position)
      if (question) outbox.put(position, saidIn(question))
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
    if (event.key === 'Enter' && isTyped(event.target)) event.preventDefault()
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
