import { Readable } from 'node:stream'
import type { TemplateText } from '@/domain/documents/scan-placeholders'
import type { TemplatePlace } from '@/domain/documents/template-problem'
import { parseXml } from '@/server/files/parse-xml'
import { DocumentRefused, MAX_PARAGRAPHS } from './document-refusal'

const KINDS: [RegExp, TemplatePlace['part']][] = [
  [/wordprocessingml\.document\.main\+xml$/, 'body'],
  [/wordprocessingml\.header\+xml$/, 'header'],
  [/wordprocessingml\.footer\+xml$/, 'footer'],
  [/wordprocessingml\.(?:footnotes|endnotes)\+xml$/, 'note'],
  [/wordprocessingml\.comments\+xml$/, 'comment'],
]

/** Which kind of part a content type means when placeholders may stand in it; null for all others. */
export function fillablePart(contentType: string): TemplatePlace['part'] | null {
  return KINDS.find(([pattern]) => pattern.test(contentType))?.[1] ?? null
}

interface OpenParagraph {
  text: string
  number: number
  table: TemplatePlace['table']
}

/**
 * The paragraphs of one part of a .docx with their places, in the order in which they begin. Formatting is left out, so a
 * placeholder whose signs are formatted differently is whole; a line break inside a paragraph is '\n', a tab '\t'.
 *
 * @param most how many paragraphs it may have
 * @throws DocumentRefused 'too-many-paragraphs'
 */
export async function docxTexts(
  bytes: Buffer,
  part: TemplatePlace['part'],
  most = MAX_PARAGRAPHS,
): Promise<TemplateText[]> {
  const texts: TemplateText[] = []
  const paragraphs: OpenParagraph[] = []
  const tables: { table: number; row: number; cell: number }[] = []
  let paragraph = 0
  let table = 0
  let isText = false
  const add = (text: string) => {
    const last = paragraphs.at(-1)
    if (last) last.text += text
  }
  await parseXml(Readable.from([bytes]), {
    open(name) {
      if (paragraph > most) return
      const inner = tables.at(-1)
      if (name === 'tbl') tables.push({ table: ++table, row: 0, cell: 0 })
      else if (name === 'tr' && inner) Object.assign(inner, { row: inner.row + 1, cell: 0 })
      else if (name === 'tc' && inner) inner.cell += 1
      else if (name === 'p') paragraphs.push({ text: '', number: ++paragraph, table: inner ? { ...inner } : undefined })
      else if (name === 'br') add('\n')
      else if (name === 'tab') add('\t')
      isText = name === 't'
    },
    text(text) {
      if (isText && paragraph <= most) add(text)
    },
    close(name) {
      if (name === 't') isText = false
      if (name === 'tbl') tables.pop()
      if (name === 'p') {
        const done = paragraphs.pop()
        if (done) texts.push(textOf(done, part))
      }
    },
  })
  if (paragraph > most) throw new DocumentRefused('too-many-paragraphs')
  return texts.sort((a, b) => a.place.paragraph - b.place.paragraph)
}

function textOf({ text, number, table }: OpenParagraph, part: TemplatePlace['part']): TemplateText {
  const begins = [...text.replace(/\s+/g, ' ').trim()]
  const short = begins.length > 30 ? `${begins.slice(0, 30).join('')}…` : begins.join('')
  return { text, place: { part, paragraph: number, ...(table ? { table } : {}), text: short } }
}
