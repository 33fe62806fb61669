import 'server-only'
import { renderToBuffer } from '@react-pdf/renderer'
import { registerFonts } from '@/server/pdf/fonts'
import { LetterDocument } from './letter-document'
import type { Letter } from './letter-text'

let last: Promise<unknown> = Promise.resolve()

/** The letters as one PDF, in order; one batch of this process at a time, as each takes seconds of one core. */
export function renderLetters(letters: readonly Letter[]): Promise<Uint8Array<ArrayBuffer>> {
  const work = last.then(
    () => render(letters),
    () => render(letters),
  )
  last = work
  return work
}

async function render(letters: readonly Letter[]): Promise<Uint8Array<ArrayBuffer>> {
  registerFonts()
  return new Uint8Array(await renderToBuffer(<LetterDocument letters={letters} />))
}
