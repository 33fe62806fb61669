import PizZip from 'pizzip'
import type { DocumentData } from '@/domain/documents/document-data'
import type { PlaceholderSpec } from '@/domain/documents/placeholder-spec'
import { ProblemTally } from '@/domain/documents/problem-tally'
import type { TemplateText } from '@/domain/documents/scan-placeholders'
import type { TemplateProblem } from '@/domain/documents/template-problem'
import { templateProblems } from '@/domain/documents/template-problems'
import { columnLetters } from '@/domain/roster/cell-text'
import { DocumentRefused, MAX_ROWS, MAX_TAGS, TemplateBroken } from './document-refusal'
import type { TemplateReport } from './docx'
import { type OfficeParts, readOfficeParts } from './office-parts'
import { movesOf } from './row-moves'
import { bookOf, partText } from './xlsx-book'
import { blocksOf, cellText, planRows, rowTags } from './xlsx-plan'
import { filledRows } from './xlsx-rows'
import { decoded, elements, type SheetLine, type SheetXml, sheetOf, sheetXml } from './xlsx-sheet'
import { forgetResults } from './xlsx-results'
import { moveAttached, movedSurroundings, moveNamesAndCharts } from './xlsx-surroundings'

/**
 * Looks through an .xlsx template: each broken, unknown or misplaced placeholder with its sheet and cell.
 *
 * @param known the placeholders of its purpose; null asks about braces and lists only
 * @throws DocumentRefused when the file is not taken at all
 */
export async function xlsxReport(template: Buffer, known: readonly PlaceholderSpec[] | null): Promise<TemplateReport> {
  const { parts } = await readOfficeParts(template, 'XLSX')
  return { ...reportOf(parts, known), hadAttachedTemplate: false }
}

function reportOf(parts: OfficeParts, known: readonly PlaceholderSpec[] | null) {
  const { sheets, strings } = bookOf(parts)
  const problems = new ProblemTally()
  const names = new Set<string>()
  let tags = 0
  let rows = 0
  for (const { name, path } of sheets) {
    const sheet = sheetOf(partText(parts, path), strings)
    rows += sheet.lines.length
    if (rows > MAX_ROWS) throw new DocumentRefused('too-many-rows')
    const before = problems.count
    const found = templateProblems(textsOf(sheet, name), known, problems)
    tags += found.tags
    if (tags > MAX_TAGS) throw new DocumentRefused('too-many-placeholders')
    const isInOrder = problems.count === before
    for (const one of inFormulas(sheet, name)) problems.add(one)
    if (isInOrder) for (const one of sideBySide(sheet, name)) problems.add(one)
    for (const one of found.names) names.add(one)
  }
  return { problems: problems.kept, problemCount: problems.count, placeholders: [...names] }
}

function placeOf(sheet: string, line: SheetLine, column: number, text: string): TemplateText['place'] {
  const begins = [...text.replace(/\s+/g, ' ').trim()]
  const short = begins.length > 30 ? `${begins.slice(0, 30).join('')}…` : begins.join('')
  return { part: 'sheet', paragraph: 0, cell: { sheet, address: `${columnLetters(column)}${line.row}` }, text: short }
}

function textsOf({ lines }: SheetXml, sheet: string): TemplateText[] {
  return lines.flatMap((line) =>
    line.cells.flatMap((cell) => {
      const text = cellText(cell)
      return text === '' ? [] : [{ text, place: placeOf(sheet, line, cell.column, text) }]
    }),
  )
}

/** A formula is not filled; braces around numbers are Excel's own. */
function inFormulas({ lines, prefix }: SheetXml, sheet: string): TemplateProblem[] {
  return lines.flatMap((line) =>
    line.cells.flatMap((cell) => {
      const formula = decoded(elements(cell.inside, `${prefix}f`)[0]?.inside ?? '')
      const found = /[{｛][#^/]?\s*\p{Script=Han}[^{}｛｝]*[}｝]/u.exec(formula)?.[0]
      if (!found) return []
      return [{ code: 'in-formula' as const, found, expected: '', place: placeOf(sheet, line, cell.column, formula) }]
    }),
  )
}

/** Two lists in one row cannot both repeat it. */
function sideBySide({ lines }: SheetXml, sheet: string): TemplateProblem[] {
  const blocks = blocksOf(lines)
  return blocks.flatMap((block, i) => {
    const before = blocks[i - 1]
    const line = lines.find(({ row }) => row === block.from)
    if (!before || !line || before.to < block.from) return []
    const cell = line.cells.find((one) => rowTags({ ...line, cells: [one] }).some(({ name }) => name === block.list))
    const place = placeOf(sheet, line, cell?.column ?? 0, cell ? cellText(cell) : '')
    return [{ code: 'lists-in-one-row' as const, found: `{#${block.list}}`, expected: `{#${before.list}}`, place }]
  })
}

/**
 * Fills an .xlsx template. A row in which a list begins and ends stands once for each of its rows, with its formats, merged
 * cells and formulas; totals, other sheets, names, print areas, conditional formats, tables, drawings and charts follow the
 * rows that moved. Cells without placeholders keep their content; a text of ours is never a formula.
 *
 * @throws DocumentRefused when the file is not taken at all, TemplateBroken when its placeholders are broken
 */
export async function fillXlsx(template: Buffer, data: DocumentData): Promise<Buffer> {
  const { parts } = await readOfficeParts(template, 'XLSX')
  const { problems } = reportOf(parts, null)
  if (problems.length > 0) throw new TemplateBroken(problems)
  const { sheets, strings, workbookPath } = bookOf(parts)
  const plans = sheets.map(({ name, path }) => {
    const sheet = sheetOf(partText(parts, path), strings)
    const blocks = blocksOf(sheet.lines)
    const plan = planRows(sheet.lines, blocks, data)
    return { path, sheet, planned: plan.planned, moves: movesOf(name, blocks, plan) }
  })
  const all = plans.map(({ moves }) => moves)
  for (const { path, sheet, planned, moves } of plans) {
    const lines = filledRows(sheet, planned, { data, moves, all })
    const head = moves.isMoved ? movedSurroundings(sheet.head, moves, all, planned) : sheet.head
    const isOwnTail = moves.isMoved || all.some(({ isMoved }) => isMoved)
    const tail = isOwnTail ? movedSurroundings(sheet.tail, moves, all, planned) : sheet.tail
    parts.set(path, Buffer.from(sheetXml({ ...sheet, head, lines, tail })))
    if (moves.isMoved) moveAttached(parts, path, moves)
  }
  if (all.some(({ isMoved }) => isMoved)) moveNamesAndCharts(parts, workbookPath, all)
  await forgetResults(parts, workbookPath)
  const zip = new PizZip()
  for (const [name, bytes] of parts) zip.file(name, bytes)
  return zip.generate({ type: 'nodebuffer', compression: 'DEFLATE' })
}
