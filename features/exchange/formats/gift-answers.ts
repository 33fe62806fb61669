import type { ShownQuestion } from '../shown-question'
import type { Note } from '../written-question'
import { find, Malformed, split, unescaped } from './gift-text'

/** What reading answers needs of the question around them; `words` turns a raw text into MDX. */
export type Reading = { prompt: string; words(raw: string): string; where: string; notes: Note[]; line: number }

/** The answers between the braces; null for what nobody can grade, which is noted. @throws Malformed */
export function readAnswers(raw: string, reading: Reading): ShownQuestion | null {
  const { prompt, words, where, notes, line } = reading
  const general = find(raw, '####', 0)
  const because = general < 0 ? null : words(raw.slice(general + 4)) || null
  const body = (general < 0 ? raw : raw.slice(0, general)).trim()
  if (body === '') {
    notes.push({ where, what: 'an essay question is left out: nothing in it can be graded' })
    return null
  }
  const truth = /^(TRUE|T|FALSE|F)\s*(?=#|$)/i.exec(body)
  if (truth) {
    const told = split(body.slice(truth[0].length), '#').slice(1).map(words).filter(Boolean)
    return {
      prompt,
      because: because ?? (told.join(' ') || null),
      kind: 'truefalse',
      answer: /^t/i.test(truth[1] ?? ''),
    }
  }
  if (body.startsWith('#')) return numeric(body.slice(1), because, reading)
  const answers = answersOf(body)
  if (answers.length === 0) throw new Malformed(line, 'answers begin with = or ~')
  if (answers.every(({ sign, text }) => sign === '=' && find(text, '->', 0) >= 0))
    return matching(answers, because, reading)
  if (answers.every(({ sign }) => sign === '=')) return shortAnswer(answers, because, reading)
  return choice(answers, because, reading)
}

type Answer = { sign: '=' | '~'; weight: number | null; text: string; feedback: string | null }

function answersOf(body: string): Answer[] {
  const starts: number[] = []
  for (let at = 0; at < body.length; at++) {
    if (body[at] === '\\') at++
    else if (body[at] === '=' || body[at] === '~') starts.push(at)
  }
  return starts.map((start, index) => {
    const raw = body.slice(start + 1, starts[index + 1] ?? body.length).trim()
    const weight = /^%(-?\d+(?:\.\d+)?)%/.exec(raw)
    const [text = '', ...feedback] = split(raw.slice(weight?.[0].length ?? 0), '#')
    const sign = body[start] === '=' ? '=' : '~'
    return {
      sign,
      weight: weight ? Number(weight[1]) : null,
      text,
      feedback: feedback.length > 0 ? feedback.join('#') : null,
    }
  })
}

function choice(
  answers: readonly Answer[],
  because: string | null,
  { prompt, words, where, notes, line }: Reading,
): ShownQuestion {
  const isRight = ({ sign, weight }: Answer) => (weight === null ? sign === '=' : weight > 0)
  const options = answers.map((answer) => ({
    text: words(answer.text),
    correct: isRight(answer),
    because: answer.feedback === null ? null : words(answer.feedback) || null,
  }))
  const right = answers.filter(isRight)
  if (right.length === 0) throw new Malformed(line, 'no answer is right')
  if (options.some(({ text }) => text === '')) throw new Malformed(line, 'an option without words')
  const isSingle = right.length === 1 || answers.some(({ sign, weight }) => sign === '=' && (weight ?? 100) === 100)
  if (isSingle && right.length > 1) {
    notes.push({ where, what: 'part marks of a question with one right answer are left out: only full marks count' })
    return {
      prompt,
      because,
      kind: 'single',
      options: options.map((option, index) => ({ ...option, correct: answers[index] === full(answers) })),
    }
  }
  if (!isSingle && !hasOurWeights(answers, isRight))
    notes.push({
      where,
      what: 'its own weights are left out: here right ones share the point and wrong ones cost as much',
    })
  return { prompt, because, kind: isSingle ? 'single' : 'multiple', options }
}

const full = (answers: readonly Answer[]) => answers.find(({ sign, weight }) => sign === '=' && (weight ?? 100) === 100)

function hasOurWeights(answers: readonly Answer[], isRight: (answer: Answer) => boolean): boolean {
  const right = answers.filter(isRight).length
  const wrong = answers.length - right
  return answers.every((answer) => {
    const wanted = isRight(answer) ? 100 / right : -100 / wrong
    return Math.abs((answer.weight ?? 0) - wanted) < 0.01
  })
}

function shortAnswer(
  answers: readonly Answer[],
  because: string | null,
  { prompt, words, where, notes, line }: Reading,
): ShownQuestion {
  const whole = answers.filter(({ weight }) => (weight ?? 100) === 100)
  if (whole.length < answers.length) notes.push({ where, what: 'answers worth a part of the marks are left out' })
  if (whole.length === 0) throw new Malformed(line, 'no answer is worth full marks')
  if (whole.some(({ text }) => text.includes('*')))
    notes.push({ where, what: 'a * in an answer stands for itself here, not for any text' })
  const told = whole.flatMap(({ feedback }) => (feedback ? [words(feedback)] : []))
  const accepted = whole.map(({ text }) => unescaped(text).trim())
  return { prompt, because: because ?? (told.join(' ') || null), kind: 'fillin', accepted }
}

function matching(
  answers: readonly Answer[],
  because: string | null,
  { prompt, words, line, where, notes }: Reading,
): ShownQuestion {
  const pairs = answers.map(({ text }) => {
    const at = find(text, '->', 0)
    return { left: words(text.slice(0, at)), right: words(text.slice(at + 2)) }
  })
  const full = pairs.filter(({ left }) => left !== '')
  const places = full.map(({ right }) => right)
  if (full.length >= 3 && full.length === pairs.length && places.every((place, index) => place === String(index + 1)))
    return { prompt, because, kind: 'ordering', items: full.map(({ left }) => left) }
  if (full.length < 3) throw new Malformed(line, 'matching needs at least three pairs')
  if (answers.some(({ feedback }) => feedback)) notes.push({ where, what: 'feedback on a pair is left out' })
  return {
    prompt,
    because,
    kind: 'matching',
    pairs: full,
    distractors: pairs.filter(({ left }) => left === '').map(({ right }) => right),
  }
}

function numeric(raw: string, because: string | null, { prompt, words, where, notes, line }: Reading): ShownQuestion {
  const listed = raw.trim().startsWith('=') ? answersOf(raw.trim()) : []
  const whole = listed.find(({ weight }) => (weight ?? 100) === 100)
  if (listed.length > 1) notes.push({ where, what: 'of several numbers only the first worth full marks is kept' })
  const [text = '', ...feedback] = listed.length > 0 ? [whole?.text ?? '', whole?.feedback ?? ''] : split(raw, '#')
  const number = unescaped(text).trim()
  const range = /^(-?\d+(?:\.\d+)?)\s*\.\.\s*(-?\d+(?:\.\d+)?)$/.exec(number)
  const near = /^(-?\d+(?:\.\d+)?)(?:\s*:\s*(\d+(?:\.\d+)?))?$/.exec(number)
  const told = because ?? (words(feedback.join('#')) || null)
  if (range) {
    const [answer, tolerance] = middle(range[1] ?? '', range[2] ?? '')
    return { prompt, because: told, kind: 'numeric', answer, tolerance, unit: null }
  }
  if (!near) throw new Malformed(line, `"${number}" is no number, number:tolerance or range`)
  return { prompt, because: told, kind: 'numeric', answer: near[1] ?? '', tolerance: near[2] ?? '0', unit: null }
}

/** The middle of a range and half its width, exactly, in decimals. */
function middle(from: string, to: string): [answer: string, tolerance: string] {
  const digits = Math.max(...[from, to].map((text) => text.split('.')[1]?.length ?? 0))
  const scale = 10 ** digits
  const [low, high] = [Math.round(Number(from) * scale), Math.round(Number(to) * scale)]
  const decimal = (twice: number) => String(Number((twice / 2 / scale).toFixed(digits + 1)))
  return [decimal(low + high), decimal(Math.abs(high - low))]
}
