import type { SheetRow } from '@/domain/roster/sheet'
import { readWorkbook } from '@/server/files/read-workbook'
import { WorkbookRefused } from '@/server/files/workbook-refusal'
import { completed, idFrom, type ShownQuestion } from '../shown-question'
import {
  type Defaults,
  type Exchanged,
  type Group,
  type Note,
  readKept,
  type WrittenQuestion,
} from '../written-question'
import { type Header, HEADERS, KIND_WORDS, LETTERS } from './sheet-columns'
import { cellsOf } from './sheet-write'

const MOST_ROWS = 5000

/** Reads the question sheet (`writeSheet`) as people filled it in: columns in any order, unknown ones noted. */
export async function readSheet(bytes: Buffer, defaults: Defaults): Promise<Exchanged> {
  const notes: Note[] = []
  const problems: Note[] = []
  const questions: WrittenQuestion[] = []
  try {
    const [head, ...rows] = await rowsOf(bytes)
    const columns = head ? columnsOf(head, notes) : new Map<Header, number>()
    if (!columns.has('题型') || !columns.has('题干')) {
      problems.push({ where: 'row 1', what: 'no headers 题型 and 题干: download the template and keep its first row' })
      return { questions: [], notes, problems }
    }
    const cases = new Map<string, string>()
    for (const row of rows) {
      const where = `row ${row.row}`
      const cell = (header: Header) => unsafe(row.cells.get(columns.get(header) ?? -1)?.text.trim() ?? '')
      try {
        const shown = shownIn(cell)
        const kept = readKept(cell('知行'))
        const isUnchanged = kept !== null && isAsWritten(cell, kept)
        const id = idFrom(cell('编号'), `question-${questions.length + 1}`)
        const own: Defaults = {
          concept: cell('知识点') || defaults.concept,
          fact: cell('依据') || defaults.fact,
          doc: cell('文号') || defaults.doc,
          difficulty: Number(cell('难度')) || defaults.difficulty,
        }
        const whole = completed(shown, { id, kept: isUnchanged ? kept : null, isUnchanged, where, defaults: own })
        questions.push(isUnchanged ? whole.written : withSheetCells(whole.written, cell, cases))
        notes.push(...whole.notes)
      } catch (error) {
        if (!(error instanceof RowProblem)) throw error
        problems.push({ where, what: error.message })
      }
    }
  } catch (error) {
    if (!(error instanceof WorkbookRefused)) throw error
    problems.push({ where: 'the workbook', what: `cannot be read: ${error.code}` })
  }
  return problems.length > 0
    ? { questions: [], notes, problems }
    : { questions: withPartCounts(questions), notes, problems }
}

class RowProblem extends Error {}

async function rowsOf(bytes: Buffer): Promise<SheetRow[]> {
  const all: SheetRow[] = []
  let isFirst = true
  const taker = {
    startSheet: () => isFirst,
    rows: (rows: SheetRow[]) => void all.push(...rows),
    endSheet: () => {
      isFirst = false
    },
  }
  await readWorkbook(bytes, taker, { maxRows: MOST_ROWS })
  return all
}

function columnsOf(head: SheetRow, notes: Note[]): Map<Header, number> {
  const columns = new Map<Header, number>()
  for (const [column, { text }] of head.cells) {
    const header = HEADERS.find((one) => one === text.trim())
    if (header) columns.set(header, column)
    else notes.push({ where: 'row 1', what: `the column ${text.trim()} is left out` })
  }
  return columns
}

/** The apostrophe that keeps a text from being taken for a formula is no part of it. */
const unsafe = (text: string) => (/^'[=+\-@＝＋－＠]/.test(text) ? text.slice(1) : text)

type CellOf = (header: Header) => string

function isAsWritten(cell: CellOf, kept: WrittenQuestion): boolean {
  const own = cellsOf(kept)
  // The material stands in the first part's row only; another row of a case may be read without it.
  return HEADERS.every((header) => cell(header) === (own[header] ?? '').trim())
}

function shownIn(cell: CellOf): ShownQuestion {
  const kind = Object.entries(KIND_WORDS).find(([word]) => word === cell('题型').replace(/题$/, ''))?.[1]
  if (!kind) throw new RowProblem(`题型 "${cell('题型')}": expected ${Object.keys(KIND_WORDS).join('、')}`)
  if (cell('题干') === '') throw new RowProblem('题干 is empty')
  const common = { prompt: cell('题干'), because: cell('解析') || null }
  const given = LETTERS.filter((letter) => cell(`选项${letter}`) !== '')
  const answer = cell('正确答案')
  switch (kind) {
    case 'single':
    case 'multiple': {
      const right = lettersIn(answer, given)
      if (kind === 'single' && right.length !== 1)
        throw new RowProblem(`正确答案 "${answer}": one letter of the options`)
      if (kind === 'multiple' && right.length < 2)
        throw new RowProblem(`正确答案 "${answer}": at least two letters of the options`)
      const options = given.map((letter) => ({
        text: cell(`选项${letter}`),
        correct: right.includes(letter),
        because: cell(`理由${letter}`) || null,
      }))
      if (options.length < 2) throw new RowProblem('fewer than two options')
      return { ...common, kind, options }
    }
    case 'truefalse': {
      if (!/^(?:对|错|正确|错误|是|否|true|false)$/i.test(answer))
        throw new RowProblem(`正确答案 "${answer}": 对 or 错`)
      return { ...common, kind, answer: /^(?:对|正确|是|true)$/i.test(answer) }
    }
    case 'numeric': {
      const number = answer.replace(/[,，\s]/g, '')
      const tolerance = cell('误差') || '0'
      for (const text of [number, tolerance])
        if (!/^-?\d+(?:\.\d+)?$/.test(text)) throw new RowProblem(`"${text}" is no plain decimal number`)
      return { ...common, kind, answer: number, tolerance, unit: cell('单位') || null }
    }
    case 'fillin': {
      const accepted = answer
        .split('\n')
        .map((word) => word.trim())
        .filter(Boolean)
      if (accepted.length === 0) throw new RowProblem('正确答案 is empty: one accepted word a line')
      return { ...common, kind, accepted }
    }
    case 'ordering': {
      const order = lettersIn(answer, given)
      if (given.length < 3 || order.length !== given.length)
        throw new RowProblem('排序 needs three options or more, and 正确答案 with every letter in the right order')
      return { ...common, kind, items: order.map((letter) => cell(`选项${letter}`)) }
    }
    case 'matching': {
      const pairs = given.map((letter) => ({ left: cell(`选项${letter}`), right: cell(`配对${letter}`) }))
      if (pairs.length < 3 || pairs.some(({ right }) => right === ''))
        throw new RowProblem('配对 needs three options or more, each with its 配对')
      return {
        ...common,
        kind,
        pairs,
        distractors: cell('多余的配对')
          .split('\n')
          .map((text) => text.trim())
          .filter(Boolean),
      }
    }
  }
}

function lettersIn(answer: string, given: readonly (typeof LETTERS)[number][]): (typeof LETTERS)[number][] {
  const letters = [...answer.normalize('NFKC').toUpperCase()].filter((one) => /[A-Z]/.test(one))
  const known = letters.flatMap((letter) => given.find((one) => one === letter) ?? [])
  return known.length === letters.length && new Set(known).size === known.length ? known : []
}

/** What a row says beside the answers: the reasons of pairs, the article, the case it belongs to. */
function withSheetCells({ question }: WrittenQuestion, cell: CellOf, cases: Map<string, string>): WrittenQuestion {
  const article = cell('条款')
  const cite = { doc: question.cite.doc, ...(article ? { article } : {}) }
  const id = cell('案例') === '' ? null : idFrom(cell('案例'), 'case')
  if (id && cell('案例材料') !== '') cases.set(id, cell('案例材料'))
  const group: Group | null = id ? { id, material: cases.get(id) ?? '', part: 0, parts: 0 } : null
  if (question.kind !== 'matching') return { question: { ...question, cite }, group }
  const pairs = question.pairs.map((pair, index) => ({
    ...pair,
    because: cell(`理由${LETTERS[index] ?? 'A'}`) || pair.because,
  }))
  return { question: { ...question, cite, pairs }, group }
}

/** Parts of a case are counted in the order of their rows. */
function withPartCounts(questions: readonly WrittenQuestion[]): WrittenQuestion[] {
  const seen = new Map<string, number>()
  return questions.map(({ question, group }) => {
    if (!group) return { question, group }
    const part = (seen.get(group.id) ?? 0) + 1
    seen.set(group.id, part)
    return { question, group: { ...group, part, parts: questions.filter((one) => one.group?.id === group.id).length } }
  })
}
