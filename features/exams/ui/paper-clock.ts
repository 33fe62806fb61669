import type { PaperSentences } from './paper-island'

const MINUTE_MS = 60_000
/** Below this the seconds are shown; before, whole minutes are enough and do not frighten. */
const CLOSE_MS = 5 * MINUTE_MS

/**
 * Shows how long there is, counted from what the server said when the page was made, whatever this machine's clock says.
 *
 * @returns stops it
 */
export function startClock(form: HTMLElement, sentences: PaperSentences, onEnd: () => void): () => void {
  const place = form.querySelector('[data-clock]')
  const leftMs = Number(form.dataset.leftMs)
  if (!place || Number.isNaN(leftMs)) return () => {}
  const end = performance.now() + leftMs
  const show = () => {
    const left = end - performance.now()
    place.textContent = words(left, sentences)
    if (left > 0) return
    clearInterval(timer)
    onEnd()
  }
  const timer = setInterval(show, 1000)
  show()
  return () => clearInterval(timer)
}

function words(leftMs: number, sentences: PaperSentences): string {
  if (leftMs <= 0) return sentences.over
  if (leftMs > CLOSE_MS) return sentences.minutesLeft.replace('{minutes}', String(Math.ceil(leftMs / MINUTE_MS)))
  const seconds = Math.floor(leftMs / 1000)
  return sentences.timeLeft.replace('{time}', `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`)
}
