import { Readable } from 'node:stream'
import { type Archive, openArchive } from '@/server/files/open-archive'
import { parseXml } from '@/server/files/parse-xml'
import { WorkbookRefused } from '@/server/files/workbook-refusal'
import { DocumentRefused } from './document-refusal'
import { assertNothingFetched, withoutAttachedTemplate } from './outside-content'

export type OfficeFormat = 'DOCX' | 'XLSX'

/** Everything in a template, inflated, by path. */
export type OfficeParts = Map<string, Buffer>

const MAX_FILE = 10 * 1024 * 1024
/** XML is worked on as text; an honest template has far less. Pictures and fonts are carried along untouched. */
const MAX_XML = 12 * 1024 * 1024
const MAX_INSIDE = 60 * 1024 * 1024

const MAIN = {
  DOCX: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
  XLSX: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
} as const

/**
 * Reads a template the office uploaded: at most 10 MB, a harmless archive (`openArchive`), each XML part well-formed and
 * without DOCTYPE, the right main part, nothing that runs, hides a file or fetches from elsewhere. A link to the attached
 * .dotm of the office's machine is dropped, as it means nothing here.
 *
 * @returns the parts, and whether such a link was dropped
 * @throws DocumentRefused
 */
export async function readOfficeParts(
  bytes: Buffer,
  format: OfficeFormat,
): Promise<{ parts: OfficeParts; hadAttachedTemplate: boolean }> {
  if (bytes.length > MAX_FILE) throw new DocumentRefused('too-large')
  try {
    const archive = await openArchive(bytes)
    try {
      const parts = await inflated(archive)
      await assertFormat(parts, format)
      const hadAttachedTemplate = await withoutAttachedTemplate(parts)
      await assertNothingFetched(parts)
      return { parts, hadAttachedTemplate }
    } finally {
      archive.close()
    }
  } catch (error) {
    if (error instanceof WorkbookRefused) throw new DocumentRefused(error.code)
    throw error
  }
}

function isXml(name: string): boolean {
  return /\.(?:xml|rels)$/i.test(name)
}

async function inflated(archive: Archive): Promise<OfficeParts> {
  const parts: OfficeParts = new Map()
  let xml = 0
  let all = 0
  for (const name of archive.names) {
    if (name.endsWith('/')) continue
    const chunks: Buffer[] = []
    for await (const chunk of await archive.open(name)) {
      chunks.push(chunk as Buffer)
      all += (chunk as Buffer).length
      if (isXml(name)) xml += (chunk as Buffer).length
      if (xml > MAX_XML || all > MAX_INSIDE) throw new DocumentRefused('too-large-inside')
    }
    const bytes = Buffer.concat(chunks)
    if (isXml(name)) await parseXml(Readable.from([bytes]), {})
    // Old drawings (.vml) need not be well-formed; nothing reads them here.
    else if (/\.vml$/i.test(name) && bytes.includes('<!DOCTYPE')) throw new DocumentRefused('doctype')
    parts.set(name, bytes)
  }
  return parts
}

async function assertFormat(parts: OfficeParts, format: OfficeFormat): Promise<void> {
  const types = await contentTypes(parts)
  const all = [...types.values()]
  if (all.some((type) => /macroEnabled|vbaProject/i.test(type))) throw new DocumentRefused('macro')
  const main = [...types].find(([, type]) => type === MAIN[format])
  if (!main || !parts.has(main[0])) throw new DocumentRefused(format === 'DOCX' ? 'not-a-document' : 'not-a-sheet')
}

/** The content type of each part that declares its own, by path. */
export async function contentTypes(parts: OfficeParts): Promise<Map<string, string>> {
  const types = new Map<string, string>()
  const bytes = parts.get('[Content_Types].xml')
  if (!bytes) return types
  await parseXml(Readable.from([bytes]), {
    open(name, at) {
      if (name === 'Override') types.set((at.PartName ?? '').replace(/^\//, ''), at.ContentType ?? '')
    },
  })
  return types
}
