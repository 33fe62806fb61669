import PizZip from 'pizzip'
import type { DocumentData } from '@/domain/documents/document-data'
import type { PlaceholderSpec } from '@/domain/documents/placeholder-spec'
import { ProblemTally } from '@/domain/documents/problem-tally'
import type { TemplateText } from '@/domain/documents/scan-placeholders'
import type { TemplateProblem } from '@/domain/documents/template-problem'
import { templateProblems } from '@/domain/documents/template-problems'
import { DocumentRefused, MAX_PARAGRAPHS, MAX_TAGS, TemplateBroken } from './document-refusal'
import { type EngineError, engineFor, fillableParts } from './docx-engine'
import { docxTexts } from './docx-texts'
import { type OfficeParts, readOfficeParts } from './office-parts'
import { plainText } from './plain-text'

/** What an uploaded template is like. */
export interface TemplateReport {
  /** The first of them. */
  problems: TemplateProblem[]
  /** All of them. */
  problemCount: number
  /** Names of the placeholders used, each once. */
  placeholders: string[]
  /** A link to a .dotm on somebody's machine was found; it is dropped when the template is filled. */
  hadAttachedTemplate: boolean
}

/**
 * Looks through a .docx template: each broken, unknown or misplaced placeholder with its paragraph.
 *
 * @param known the placeholders of its purpose; null asks about braces and lists only
 * @throws DocumentRefused when the file is not taken at all
 */
export async function docxReport(template: Buffer, known: readonly PlaceholderSpec[] | null): Promise<TemplateReport> {
  const { parts, hadAttachedTemplate } = await readOfficeParts(template, 'DOCX')
  return { ...(await reportOf(parts, known)), hadAttachedTemplate }
}

async function reportOf(
  parts: OfficeParts,
  known: readonly PlaceholderSpec[] | null,
): Promise<Omit<TemplateReport, 'hadAttachedTemplate'>> {
  const fillable = await fillableParts(parts)
  const problems = new ProblemTally()
  const names = new Set<string>()
  const all: TemplateText[] = []
  let tags = 0
  for (const [name, kind] of fillable) {
    const texts = await docxTexts(parts.get(name) ?? Buffer.alloc(0), kind, MAX_PARAGRAPHS - all.length)
    const found = templateProblems(texts, known, problems)
    tags += found.tags
    if (tags > MAX_TAGS) throw new DocumentRefused('too-many-placeholders')
    for (const one of found.names) names.add(one)
    for (const text of texts) all.push(text)
  }
  if (problems.count === 0) for (const one of engineProblems(parts, fillable, all)) problems.add(one)
  return { problems: problems.kept, problemCount: problems.count, placeholders: [...names] }
}

/** What docxtemplater itself refuses, at the paragraph where the placeholder it names stands. */
function engineProblems(
  parts: OfficeParts,
  fillable: ReadonlyMap<string, unknown>,
  texts: readonly TemplateText[],
): TemplateProblem[] {
  try {
    engineFor(parts, fillable)
    return []
  } catch (error) {
    const given = (error as EngineError).properties
    if (!given) throw error
    return (given.errors ?? [error as EngineError]).map(({ properties = {} }) => {
      const name = (properties.xtag ?? properties.openingtag ?? properties.pair?.left ?? '').trim()
      const text = texts.find((one) => name !== '' && one.text.includes(name)) ?? texts[0]
      const place = text?.place ?? { part: 'body', paragraph: 1, text: '' }
      const code = properties.id === 'loop_position_invalid' ? 'list-across' : 'not-fillable'
      return { code, found: name, expected: '', place }
    })
  }
}

/**
 * Fills a .docx template: texts and numbers as they are given (line breaks stay), lists once a row, a table row when the
 * list's ends stand in its cells. What is not given, or null, leaves its place empty. Only the parts with placeholders are
 * written anew; all others stay to the byte.
 *
 * @throws DocumentRefused when the file is not taken at all, TemplateBroken when its placeholders are broken
 */
export async function fillDocx(template: Buffer, data: DocumentData): Promise<Buffer> {
  const filler = await docxFiller(template)
  return filler(data)
}

/**
 * The same for many documents of one template: it is read and checked once.
 *
 * @throws DocumentRefused, TemplateBroken as `fillDocx`
 */
export async function docxFiller(template: Buffer): Promise<(data: DocumentData) => Buffer> {
  const { parts } = await readOfficeParts(template, 'DOCX')
  const { problems } = await reportOf(parts, null)
  if (problems.length > 0) throw new TemplateBroken(problems)
  const fillable = await fillableParts(parts)
  return (data) => filled(parts, fillable, data)
}

function filled(parts: OfficeParts, fillable: ReadonlyMap<string, unknown>, data: DocumentData): Buffer {
  const engine = engineFor(parts, fillable)
  engine.render(printable(data))
  const rendered = engine.getZip()
  const zip = new PizZip()
  for (const [name, bytes] of parts) {
    const text = fillable.has(name) ? rendered.file(name)?.asText() : undefined
    zip.file(name, text ?? bytes)
  }
  return zip.generate({ type: 'nodebuffer', compression: 'DEFLATE' })
}

/** Values as texts that XML can carry; nothing becomes '', so that a column never shows what an outer name holds. */
function printable(data: DocumentData): Record<string, unknown> {
  const one = (value: string | number | null) => (value === null ? '' : plainText(String(value)))
  return Object.fromEntries(
    Object.entries(data).map(([name, value]) => [
      name,
      value === null || typeof value !== 'object'
        ? one(value)
        : value.map((row) => Object.fromEntries(Object.entries(row).map(([column, cell]) => [column, one(cell)]))),
    ]),
  )
}
