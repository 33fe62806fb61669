import type { Question } from '@/server/content/question-schema'
import type { Defaults, Group, Note, WrittenQuestion } from './written-question'

/** What a format shows of a question: everything but concept, fact, difficulty and citation. Texts are MDX. */
export type ShownQuestion = {
  prompt: string
  because: string | null
} & (
  | { kind: 'single' | 'multiple'; options: { text: string; correct: boolean; because: string | null }[] }
  | { kind: 'truefalse'; answer: boolean }
  | { kind: 'numeric'; answer: string; tolerance: string; unit: string | null }
  | { kind: 'fillin'; accepted: string[] }
  | { kind: 'ordering'; items: string[] }
  | { kind: 'matching'; pairs: { left: string; right: string }[]; distractors: string[] }
)

/** Stands where somebody has to write something; the content check refuses it. */
export const TO_WRITE = '待补'

/** What every format shows of a question as its author wrote it. */
export function shownOf(question: Question): ShownQuestion {
  const common = { prompt: question.prompt, because: question.because ?? null }
  switch (question.kind) {
    case 'single':
    case 'multiple': {
      const options = question.options.map(({ text, correct, because }) => ({
        text,
        correct: correct === true,
        because,
      }))
      return { ...common, kind: question.kind, options }
    }
    case 'truefalse':
      return { ...common, kind: 'truefalse', answer: question.answer }
    case 'numeric': {
      const { answer, tolerance, unit } = question
      return { ...common, kind: 'numeric', answer, tolerance: tolerance ?? '0', unit: unit ?? null }
    }
    case 'fillin':
      return { ...common, kind: 'fillin', accepted: question.accepted }
    case 'ordering':
      return { ...common, kind: 'ordering', items: question.items }
    case 'matching': {
      const pairs = question.pairs.map(({ left, right }) => ({ left, right }))
      return { ...common, kind: 'matching', pairs, distractors: question.distractors ?? [] }
    }
  }
}

/**
 * A question from what a file shows and what an export of ours kept with it. Nothing was changed since: it is the kept one to the
 * letter. Otherwise what is shown wins, and what the format cannot show is taken from the kept one, else from `defaults`; reasons
 * that nobody wrote become 待补 and a note.
 *
 * @param isUnchanged whether the file shows just what our export of the kept question would show
 */
export function completed(
  shown: ShownQuestion,
  its: { id: string; kept: WrittenQuestion | null; isUnchanged: boolean; where: string; defaults: Defaults },
): { written: WrittenQuestion; notes: Note[] } {
  const { kept, isUnchanged, where, defaults } = its
  if (kept && isUnchanged) return { written: kept, notes: [] }
  const known = kept?.question
  const notes: Note[] = []
  const reason = (text: string | null, of: string) => {
    if (text) return text
    notes.push({ where, what: `no reason for ${of}: "${TO_WRITE}" stands there to be written` })
    return TO_WRITE
  }
  const common = {
    id: known?.id ?? its.id,
    concept: known?.concept ?? defaults.concept,
    fact: known?.fact ?? defaults.fact,
    difficulty: known?.difficulty ?? defaults.difficulty,
    prompt: shown.prompt,
    cite: known?.cite ?? { doc: defaults.doc },
  }
  const group: Group | null = kept?.group ?? null
  return { written: { question: withAnswers(common, shown, reason, known), group }, notes }
}

type Common = Pick<Question, 'id' | 'concept' | 'fact' | 'difficulty' | 'prompt' | 'cite'>
type Reason = (text: string | null, of: string) => string

const LETTERS = 'abcdefgh'

function withAnswers(common: Common, shown: ShownQuestion, reason: Reason, known: Question | undefined): Question {
  const own = shown.because ? { because: shown.because } : {}
  switch (shown.kind) {
    case 'single':
    case 'multiple': {
      const options = shown.options.map(({ text, correct, because }, index) => ({
        id: LETTERS[index] ?? `o${index}`,
        text,
        ...(correct ? { correct } : {}),
        because: reason(because, `option ${index + 1}`),
      }))
      return { ...common, ...own, kind: shown.kind, options }
    }
    case 'truefalse':
      return { ...common, kind: 'truefalse', answer: shown.answer, because: reason(shown.because, 'the answer') }
    case 'numeric': {
      const { answer, tolerance, unit } = shown
      const within = tolerance === '0' ? {} : { tolerance }
      const because = reason(shown.because, 'the answer')
      return { ...common, kind: 'numeric', answer, ...within, ...(unit ? { unit } : {}), because }
    }
    case 'fillin':
      return { ...common, kind: 'fillin', accepted: shown.accepted, because: reason(shown.because, 'the answer') }
    case 'ordering':
      return { ...common, kind: 'ordering', items: shown.items, because: reason(shown.because, 'the order') }
    case 'matching': {
      const before = known?.kind === 'matching' ? known.pairs : []
      const pairs = shown.pairs.map(({ left, right }) => {
        const same = before.find((pair) => pair.left === left && pair.right === right)
        return { left, right, because: reason(same?.because ?? null, `the pair ${left}`) }
      })
      const spare = shown.distractors.length > 0 ? { distractors: shown.distractors } : {}
      return { ...common, ...own, kind: 'matching', pairs, ...spare }
    }
  }
}

/** A word for ids from any text: lower-case Latin letters, digits and hyphens; the fallback where nothing is left. */
export function idFrom(text: string, fallback: string): string {
  const slug = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '')
  return slug || fallback
}
