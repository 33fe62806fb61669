import { text as textOfStream } from 'node:stream/consumers'
import { openArchive } from '@/server/files/open-archive'
import { decodeText } from '@/server/files/decode-text'
import { WorkbookRefused } from '@/server/files/workbook-refusal'
import { completed, idFrom } from '../shown-question'
import { type Defaults, type Exchanged, type Note, readKept, type WrittenQuestion } from '../written-question'
import { allBelow, childOf, type XmlNode, XmlRefused, xmlTree } from '../xml-tree'
import { shownInItem } from './qti-shown'
import { KEPT_ATTRIBUTE, qtiItem } from './qti-item'

/**
 * Reads QTI 3.0 items, one XML file or a package: choice, multiple response, text entry, order, match. What else a package holds
 * (tests, stimuli, other interactions, pictures) is listed and left out.
 */
export async function readQti(bytes: Buffer, defaults: Defaults): Promise<Exchanged> {
  const notes: Note[] = []
  const problems: Note[] = []
  const questions: WrittenQuestion[] = []
  try {
    for (const { name, text } of await filesOf(bytes, notes)) {
      try {
        const item = xmlTree(text)
        if (item.name === 'manifest') continue
        const read = readItem(item, { name, notes, defaults, next: questions.length + 1 })
        if (read) questions.push(read)
      } catch (error) {
        if (!(error instanceof XmlRefused)) throw error
        problems.push({ where: `${name}, line ${error.line}`, what: error.message })
      }
    }
  } catch (error) {
    if (!(error instanceof WorkbookRefused)) throw error
    problems.push({ where: 'the package', what: `cannot be opened: ${error.code}` })
  }
  return problems.length > 0 ? { questions: [], notes, problems } : { questions, notes, problems }
}

async function filesOf(bytes: Buffer, notes: Note[]): Promise<{ name: string; text: string }[]> {
  if (bytes.subarray(0, 2).toString() !== 'PK')
    return [{ name: 'the file', text: decodeText(bytes).replace(/^\uFEFF/, '') }]
  const archive = await openArchive(bytes)
  try {
    const files = []
    for (const name of inOrder(archive.names)) {
      if (name.endsWith('/')) continue
      if (!name.endsWith('.xml')) notes.push({ where: name, what: 'left out: no QTI item' })
      else files.push({ name, text: (await textOfStream(await archive.open(name))).replace(/^\uFEFF/, '') })
    }
    return inManifestOrder(files)
  } finally {
    archive.close()
  }
}

const inOrder = (names: readonly string[]) => [...names].sort()

/** As the manifest lists them; what it does not list follows by name. */
function inManifestOrder(files: readonly { name: string; text: string }[]): { name: string; text: string }[] {
  const manifest = files.find(({ name }) => name === 'imsmanifest.xml')
  if (!manifest) return [...files]
  const listed = allBelow(xmlTree(manifest.text), 'resource').map((resource) => resource.attributes.href ?? '')
  const place = (name: string) => (listed.includes(name) ? listed.indexOf(name) : listed.length)
  return files.filter((file) => file !== manifest).sort((one, other) => place(one.name) - place(other.name))
}

type Item = { name: string; notes: Note[]; defaults: Defaults; next: number }

function readItem(item: XmlNode, { name, notes, defaults, next }: Item): WrittenQuestion | null {
  const where = name
  if (item.name !== 'qti-assessment-item') {
    notes.push({ where, what: `left out: <${item.name}> is no QTI 3.0 item` })
    return null
  }
  const shown = shownInItem(item, where, notes)
  if (!shown) return null
  const kept = keptIn(item)
  const own = kept && shownInItem(xmlTree(qtiItem(kept)), where, [])
  const isUnchanged = own !== null && JSON.stringify(shown) === JSON.stringify(own)
  const id = idFrom(item.attributes.identifier ?? '', `question-${next}`)
  const whole = completed(shown, { id, kept, isUnchanged, where, defaults })
  notes.push(...whole.notes)
  return whole.written
}

function keptIn(item: XmlNode): WrittenQuestion | null {
  const holder = allBelow(childOf(item, 'qti-item-body'), 'div').find(
    (div) => div.attributes[KEPT_ATTRIBUTE] !== undefined,
  )
  return holder ? readKept(holder.attributes[KEPT_ATTRIBUTE] ?? '') : null
}
