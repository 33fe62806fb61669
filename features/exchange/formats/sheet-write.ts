import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { type CellValue, type SheetToWrite, writeWorkbook } from '@/server/files/write-workbook'
import { shownOf } from '../shown-question'
import { keptText, type Note, type Written, type WrittenQuestion } from '../written-question'
import { type Header, HEADERS, KIND_WORDS, LETTERS, SHEET_NAME } from './sheet-columns'

/**
 * Questions as a sheet to be filled in and read again, one row each. The last column keeps option ids and whatever a row has no
 * column for; it may be left empty.
 */
export async function writeSheet(questions: readonly WrittenQuestion[]): Promise<Written> {
  const stream = new PassThrough()
  const sheet: SheetToWrite = {
    name: SHEET_NAME,
    columns: HEADERS.map((header) => ({ header, format: 'text', width: widthOf(header) })),
    rows: questions.map(rowOf),
  }
  const written = writeWorkbook(stream, [sheet])
  const [bytes] = await Promise.all([buffer(stream), written])
  return { bytes, notes: questions.flatMap(notesOf) }
}

/** The cells of one question by their headers; what is not there is empty. */
export function cellsOf(written: WrittenQuestion): Partial<Record<Header, string>> {
  const { question, group } = written
  const shown = shownOf(question)
  const kind = Object.entries(KIND_WORDS).find(([, one]) => one === shown.kind)?.[0] ?? ''
  return {
    编号: question.id,
    题型: kind,
    题干: question.prompt,
    ...answerCells(written),
    解析: question.because ?? '',
    难度: String(question.difficulty),
    知识点: question.concept,
    依据: question.fact,
    文号: question.cite.doc,
    条款: question.cite.article ?? '',
    案例: group?.id ?? '',
    案例材料: group?.part === 1 ? group.material : '',
    知行: keptText(written),
  }
}

function answerCells({ question }: WrittenQuestion): Partial<Record<Header, string>> {
  const shown = shownOf(question)
  switch (shown.kind) {
    case 'single':
    case 'multiple': {
      const right = LETTERS.filter((_, index) => shown.options[index]?.correct).join('')
      const cells = shown.options.map(({ text, because }) => ({ text, because: because ?? '' }))
      return { ...optionCells(cells), 正确答案: right }
    }
    case 'truefalse':
      return { 正确答案: shown.answer ? '对' : '错' }
    case 'numeric':
      return { 正确答案: shown.answer, 误差: shown.tolerance, 单位: shown.unit ?? '' }
    case 'fillin':
      return { 正确答案: shown.accepted.join('\n') }
    case 'ordering':
      return {
        ...optionCells(shown.items.map((text) => ({ text }))),
        正确答案: LETTERS.slice(0, shown.items.length).join(''),
      }
    case 'matching': {
      const reasons = question.kind === 'matching' ? question.pairs : []
      const cells = shown.pairs.map(({ left, right }, index) => ({
        text: left,
        right,
        because: reasons[index]?.because ?? '',
      }))
      return { ...optionCells(cells), 多余的配对: shown.distractors.join('\n') }
    }
  }
}

function optionCells(
  cells: readonly { text: string; right?: string; because?: string }[],
): Partial<Record<Header, string>> {
  const entries = cells.flatMap(({ text, right, because }, index) => {
    const letter = LETTERS[index]
    return letter
      ? [
          [`选项${letter}`, text],
          [`配对${letter}`, right ?? ''],
          [`理由${letter}`, because ?? ''],
        ]
      : []
  })
  return Object.fromEntries(entries)
}

function rowOf(written: WrittenQuestion): CellValue[] {
  const cells = cellsOf(written)
  return HEADERS.map((header) => cells[header] ?? null)
}

function widthOf(header: Header): number {
  if (header === '题干' || header === '案例材料') return 48
  return /^(?:选项|理由|配对)|解析/.test(header) ? 24 : 12
}

function notesOf({ question, group }: WrittenQuestion): Note[] {
  const cells = Object.entries(cellsOf({ question, group })).filter(([, text]) => (text ?? '').length > 32_000)
  return cells.map(([header]) => ({ where: question.id, what: `${header} is longer than a cell of Excel holds` }))
}
