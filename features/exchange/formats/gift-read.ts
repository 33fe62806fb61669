import { completed, idFrom, type ShownQuestion } from '../shown-question'
import { type Defaults, type Exchanged, type Note, readKept, type WrittenQuestion } from '../written-question'
import { readAnswers } from './gift-answers'
import { type Block, blocksOf, find, formatted, Malformed, unescaped, wordsOf } from './gift-text'
import { giftBlock } from './gift-write'

/**
 * Reads a file in Moodle's GIFT format: one choice, several choices by weights, true or false, numbers (with tolerance or range),
 * short answers, matching, missing words. Categories, descriptions and essays are listed and left out.
 *
 * @param text decoded; Windows line ends are understood
 */
export function readGift(text: string, defaults: Defaults): Exchanged {
  const notes: Note[] = []
  const problems: Note[] = []
  const questions: WrittenQuestion[] = []
  for (const block of blocksOf(text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'))) {
    const where = `line ${block.line}`
    try {
      if (block.isMaterial) continue
      const read = readBlock(block, notes)
      if (!read) continue
      const kept = block.kept === null ? null : readKept(block.kept)
      if (block.kept !== null && !kept)
        notes.push({ where, what: 'what our export kept beside it cannot be read any more' })
      const isUnchanged = kept !== null && JSON.stringify(read.shown) === JSON.stringify(shownInGift(kept))
      const id = idFrom(read.title ?? '', `question-${questions.length + 1}`)
      const whole = completed(read.shown, { id, kept, isUnchanged, where, defaults })
      questions.push(whole.written)
      notes.push(...whole.notes)
    } catch (error) {
      if (!(error instanceof Malformed)) throw error
      problems.push({ where: `line ${error.line}`, what: error.message })
    }
  }
  return problems.length > 0 ? { questions: [], notes, problems } : { questions, notes, problems }
}

/** What our own export of a question shows to a reader of GIFT. */
function shownInGift(written: WrittenQuestion): ShownQuestion | null {
  const [block] = blocksOf(giftBlock(written))
  return block ? (readBlock(block, [])?.shown ?? null) : null
}

function readBlock(block: Block, notes: Note[]): { title: string | null; shown: ShownQuestion } | null {
  const where = `line ${block.line}`
  if (/^\s*\$CATEGORY/i.test(block.text)) {
    notes.push({ where, what: `category left out: ${block.text.trim()}` })
    return null
  }
  const titled = /^\s*::((?:\\.|[^\\:]|:(?!:))*)::/.exec(block.text)
  const title = titled ? unescaped(titled[1] ?? '').trim() : null
  const body = block.text.slice(titled?.[0].length ?? 0)
  const open = find(body, '{', 0)
  if (open < 0) {
    if (find(body, '}', 0) >= 0) throw new Malformed(block.line, 'a closing brace without an opening one')
    notes.push({ where, what: 'a description without answers is left out' })
    return null
  }
  if (find(body.slice(0, open), '}', 0) >= 0) throw new Malformed(block.line, 'a closing brace without an opening one')
  const close = find(body, '}', open)
  const lineAt = (at: number) => block.line + block.text.slice(0, (titled?.[0].length ?? 0) + at).split('\n').length - 1
  if (close < 0) throw new Malformed(lineAt(open), 'the brace that opens the answers is never closed')
  const nested = find(body.slice(0, close), '{', open + 1)
  if (nested >= 0) throw new Malformed(lineAt(nested), 'a brace inside braces; write \\{ for the character')
  const after = body.slice(close + 1).trim()
  if (find(after, '{', 0) >= 0) throw new Malformed(lineAt(close), 'more than one set of answers in a question')
  const { text, format } = formatted(body.slice(0, open))
  const words = (raw: string) => wordsOf(raw, format, where, notes)
  const prompt = words(after ? `${text.trimEnd()} ____ ${after}` : text)
  if (prompt === '') throw new Malformed(block.line, 'a question without words')
  const answers = body.slice(open + 1, close)
  const shown = readAnswers(answers, { prompt, words, where, notes, line: lineAt(open) })
  return shown && { title, shown }
}
