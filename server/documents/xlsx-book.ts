import { attribute, elements, type Run, sharedStrings } from './xlsx-sheet'
import type { OfficeParts } from './office-parts'
import { plainXml } from './plain-xml'

export interface BookSheet {
  name: string
  path: string
}

/** A workbook's sheets in their order, and its shared strings. */
export function bookOf(parts: OfficeParts): { sheets: BookSheet[]; strings: Run[][]; workbookPath: string } {
  const root = relations(parts, '')
  const workbookPath =
    [...root.values()].find(({ type }) => type.endsWith('/officeDocument'))?.target ?? 'xl/workbook.xml'
  const xml = partText(parts, workbookPath)
  const links = relations(parts, workbookPath)
  const prefix = /<((?:\w+:)?)workbook[\s>]/.exec(xml)?.[1] ?? ''
  const sheets = elements(xml, `${prefix}sheet`).flatMap(({ attributes }) => {
    const link = links.get(attribute(attributes, '\\w+:id') ?? '')
    if (!link?.type.endsWith('/worksheet') || !parts.has(link.target)) return []
    return [{ name: attribute(attributes, 'name') ?? '', path: link.target }]
  })
  const shared = [...links.values()].find(({ type }) => type.endsWith('/sharedStrings'))?.target
  return { sheets, strings: shared ? sharedStrings(partText(parts, shared)) : [], workbookPath }
}

/** A part as plain XML; '' when there is none. */
export function partText(parts: OfficeParts, path: string): string {
  return plainXml(parts.get(path)?.toString('utf8') ?? '')
}

/** What a part refers to, by id; '' is the package itself. Targets are paths in the package. */
export function relations(parts: OfficeParts, owner: string): Map<string, { type: string; target: string }> {
  const folder = owner.slice(0, owner.lastIndexOf('/') + 1)
  const xml = partText(parts, `${folder}_rels/${owner.slice(folder.length)}.rels`)
  return new Map(
    elements(xml, '(?:\\w+:)?Relationship').map(({ attributes }) => {
      const target = attribute(attributes, 'Target') ?? ''
      const path = target.startsWith('/') ? target.slice(1) : new URL(target, `file:///${folder}`).pathname.slice(1)
      return [attribute(attributes, 'Id') ?? '', { type: attribute(attributes, 'Type') ?? '', target: decodeURI(path) }]
    }),
  )
}
