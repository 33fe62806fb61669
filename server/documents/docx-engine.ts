import Docxtemplater from 'docxtemplater'
import PizZip from 'pizzip'
import type { TemplatePlace } from '@/domain/documents/template-problem'
import { DocumentRefused } from './document-refusal'
import { contentTypes, type OfficeParts } from './office-parts'
import { fillablePart } from './docx-texts'
import { plainXml } from './plain-xml'

/**
 * The parts that placeholders may stand in, by path.
 *
 * @throws DocumentRefused when the body is not written with the usual prefix, which docxtemplater looks for
 */
export async function fillableParts(parts: OfficeParts): Promise<Map<string, TemplatePlace['part']>> {
  const fillable = new Map<string, TemplatePlace['part']>()
  for (const [name, type] of await contentTypes(parts)) {
    const kind = fillablePart(type)
    if (kind && parts.has(name)) fillable.set(name, kind)
    if (kind === 'body' && !parts.get(name)?.includes('<w:document')) throw new DocumentRefused('not-a-document')
  }
  return fillable
}

/** What of docxtemplater's errors is read here. */
export interface EngineError {
  properties?: { id?: string; xtag?: string; openingtag?: string; pair?: { left?: string }; errors?: EngineError[] }
}

/**
 * docxtemplater over nothing but the fillable parts, with names as the only language: no expressions, no raw XML, no change
 * of delimiters. The parts must have been found without problems before (`docxReport`).
 *
 * @throws EngineError of docxtemplater when it finds a problem of its own
 */
export function engineFor(parts: OfficeParts, fillable: ReadonlyMap<string, unknown>): Docxtemplater<PizZip> {
  const zip = new PizZip()
  for (const [name, bytes] of parts) {
    if (fillable.has(name)) zip.file(name, withPlainBraces(plainXml(bytes.toString('utf8'))))
    else if (name === '[Content_Types].xml' || name.endsWith('.rels')) zip.file(name, bytes.toString('utf8'))
  }
  return new Docxtemplater(zip, {
    delimiters: { start: '{', end: '}' },
    syntax: { changeDelimiterPrefix: null },
    paragraphLoop: true,
    linebreaks: true,
    stripInvalidXMLChars: true,
    errorLogging: false,
    nullGetter: () => '',
    parser: (tag) => ({ get: (scope: unknown) => ownValue(scope, tag.trim()) }),
  })
}

/** A row's or document's own value; nothing inherited can be reached by a name. */
function ownValue(scope: unknown, name: string): unknown {
  if (typeof scope !== 'object' || scope === null || !Object.hasOwn(scope, name)) return null
  return (scope as Record<string, unknown>)[name]
}

/** ｛ and ｝ of a Chinese input method become { and } in the texts; so do ＃ and ／ right after a brace. */
function withPlainBraces(xml: string): string {
  let before = ''
  return xml.replace(/(<(?:w|a|m):t(?:\s[^>]*)?>)([^<]+)/g, (_, tag: string, text: string) => {
    const plain = [...text].map((sign) => {
      const after = before === '{' && sign === '＃' ? '#' : before === '{' && sign === '／' ? '/' : sign
      before = after === '｛' ? '{' : after === '｝' ? '}' : after
      return before
    })
    return tag + plain.join('')
  })
}
