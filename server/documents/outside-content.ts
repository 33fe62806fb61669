import { Readable } from 'node:stream'
import { parseXml } from '@/server/files/parse-xml'
import type { Mark } from '@/server/files/patch-workbook-marks'
import { withoutElements } from '@/server/files/without-elements'
import { DocumentRefused, type DocumentRefusal } from './document-refusal'
import type { OfficeParts } from './office-parts'

const EMBEDDED = /(?:^|\/)(?:embeddings|activeX|ctrlProps)\/|oleObject|\.(?:bin)$/i
const HARMLESS_BIN = /(?:^|\/)printerSettings\/[^/]+\.bin$/i
const FETCHED = /(?:^|\/)(?:externalLinks\/|queryTables\/|connections\.xml$|webExtensions\/|model\/)/i
const EMBEDDED_TYPES = /\/(?:oleObject|package|control|aFChunk|vbaProject|attachedToolbars)$/i
const FETCHING_FIELD = /^(?:DDE|DDEAUTO|INCLUDE|INCLUDETEXT|INCLUDEPICTURE|IMPORT|LINK|DATABASE|RD)$/i

/**
 * Drops the link to the .dotm a document was attached to: from the relationships and from the settings.
 *
 * @returns whether there was one; `parts` is changed
 */
export async function withoutAttachedTemplate(parts: OfficeParts): Promise<boolean> {
  let had = false
  for (const [name, bytes] of parts) {
    if (!/(?:^|\/)_rels\/settings\.xml\.rels$/.test(name)) continue
    const isLink = ({ name: tag, attributes }: Mark) =>
      tag === 'Relationship' && (attributes.Type ?? '').endsWith('/attachedTemplate')
    const rest = await withoutElements(bytes, isLink)
    if (rest === bytes) continue
    had = true
    parts.set(name, rest)
    const owner = name.replace(/_rels\/settings\.xml\.rels$/, 'settings.xml')
    const settings = parts.get(owner)
    if (settings) parts.set(owner, await withoutElements(settings, ({ name: tag }) => tag === 'attachedTemplate'))
  }
  return had
}

/**
 * Refuses a template that carries programs or files inside, or that fetches something when it is opened: OLE, ActiveX,
 * linked pictures, external data, fields such as INCLUDETEXT or DDE. Ordinary links to web pages and mail are fine.
 *
 * @throws DocumentRefused
 */
export async function assertNothingFetched(parts: OfficeParts): Promise<void> {
  for (const name of parts.keys()) {
    if (/vbaProject|vbaData/i.test(name)) throw new DocumentRefused('macro')
    if (EMBEDDED.test(name) && !HARMLESS_BIN.test(name)) throw new DocumentRefused('embedded-object')
    if (FETCHED.test(name)) throw new DocumentRefused('linked-content')
  }
  for (const [name, bytes] of parts) {
    if (name.endsWith('.rels')) await assertRelations(bytes)
    else if (name.startsWith('word/') && name.endsWith('.xml')) await assertFields(bytes)
  }
}

async function assertRelations(bytes: Buffer): Promise<void> {
  let refusal: DocumentRefusal | null = null
  await parseXml(Readable.from([bytes]), {
    open(name, { Type = '', Target = '', TargetMode = '' }) {
      if (name !== 'Relationship') return
      if (EMBEDDED_TYPES.test(Type)) refusal = 'embedded-object'
      const isOutside = TargetMode.toLowerCase() === 'external' || /^[a-z][a-z0-9+.-]*:|^\/\/|^\\\\/i.test(Target)
      const isLink = Type.endsWith('/hyperlink') && /^(?:https?:|mailto:|tel:|#)/i.test(Target.trim())
      if (isOutside && !isLink) refusal ??= 'linked-content'
    },
  })
  if (refusal) throw new DocumentRefused(refusal)
}

/** The codes of fields, whole ones and those that Word splits into runs. */
async function assertFields(bytes: Buffer): Promise<void> {
  const codes: string[] = ['']
  let isCode = false
  await parseXml(Readable.from([bytes]), {
    open(name, at) {
      isCode = name === 'instrText'
      if (name === 'fldSimple') codes.push(at['w:instr'] ?? at.instr ?? '')
      if (name === 'fldSimple' || name === 'fldChar') codes.push('')
    },
    text(text) {
      if (isCode) codes[codes.length - 1] += text
    },
    close(name) {
      if (name === 'instrText') isCode = false
    },
  })
  const words = codes.map((code) => code.trim().split(/[\s"]/)[0] ?? '')
  if (words.some((word) => FETCHING_FIELD.test(word))) throw new DocumentRefused('fetching-field')
}
