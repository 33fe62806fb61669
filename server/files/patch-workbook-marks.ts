import { SaxesParser } from 'saxes'
import { columnOfLetters } from '@/domain/roster/cell-text'
import { WorkbookRefused } from './workbook-refusal'

/** One tag of a worksheet part and the bytes it covers, `start` inclusive, `end` exclusive. */
export interface Mark {
  /** Without its prefix. */
  name: string
  /** 'x:' or ''. */
  prefix: string
  attributes: Record<string, string>
  start: number
  end: number
  isSelfClosing: boolean
}

/** What somebody who edits a worksheet by splices wants to hear. A self-closing tag closes at once, with the same bytes. */
export interface MarkListener {
  open(mark: Mark): void
  close(name: string, start: number, end: number): void
}

const CHUNK = 64 * 1024
const BOM = Buffer.from([0xef, 0xbb, 0xbf])
/** Lets the other jobs of the worker have their turn. */
const CHUNKS_A_TURN = 16

/**
 * Reads the tags of an XML part with the exact bytes where they stand.
 *
 * The bytes are read as Latin-1, one character a byte, so that a position in the text is a position in the bytes: markup is
 * ASCII in every UTF-8 part, and what the attributes asked for (addresses, styles) hold is ASCII, too. Texts are not
 * reported.
 *
 * @throws WorkbookRefused 'doctype', or 'truncated' when the part is no well-formed XML
 */
export async function scanMarks(xml: Buffer, listener: MarkListener): Promise<void> {
  const from = xml.subarray(0, 3).equals(BOM) ? 3 : 0
  const parser = new SaxesParser({ xmlns: false, position: false })
  let failure: Error | undefined
  const startOf = (end: number) => {
    const start = xml.lastIndexOf(0x3c, end - 1)
    if (start < 0 || xml[end - 1] !== 0x3e) throw new Error('A tag does not stand where it was read.')
    return start
  }
  parser.on('error', (error) => {
    failure ??= error
  })
  parser.on('doctype', () => {
    failure = new WorkbookRefused('doctype')
  })
  parser.on('opentag', (tag) => {
    const end = from + parser.position
    const colon = tag.name.indexOf(':') + 1
    const [prefix, name] = [tag.name.slice(0, colon), tag.name.slice(colon)]
    const attributes = tag.attributes as Record<string, string>
    listener.open({ name, prefix, attributes, start: startOf(end), end, isSelfClosing: tag.isSelfClosing })
  })
  parser.on('closetag', (tag) => {
    const end = from + parser.position
    listener.close(tag.name.slice(tag.name.indexOf(':') + 1), startOf(end), end)
  })
  let chunks = 0
  for (let at = from; at < xml.length; at += CHUNK) {
    parser.write(xml.toString('latin1', at, at + CHUNK))
    if (failure) break
    chunks += 1
    if (chunks % CHUNKS_A_TURN === 0) await new Promise((resolve) => setImmediate(resolve))
  }
  if (!failure) parser.close()
  if (failure) throw failure instanceof WorkbookRefused ? failure : new WorkbookRefused('truncated')
}

/** Where an attribute's value stands within the bytes of its tag; null when the tag has no such attribute. */
export function attributeAt(xml: Buffer, mark: Mark, name: string): { start: number; end: number } | null {
  const tag = xml.toString('latin1', mark.start, mark.end)
  for (const match of tag.matchAll(/\s([^\s=/>]+)\s*=\s*("[^"]*"|'[^']*')/g)) {
    if (match[1] !== name) continue
    const end = mark.start + match.index + match[0].length - 1
    return { start: end - (match[2]?.length ?? 0) + 2, end }
  }
  return null
}

/** A worksheet has no more rows. */
const LAST_ROW = 1_048_576

/** Numbers rows and cells as the reader does (sheet-listener.ts): one without an address stands after the one before it. */
export class CellCursor {
  row = 0
  column = -1

  openRow(attributes: Record<string, string>): void {
    const given = Number(attributes.r)
    this.row = Number.isInteger(given) && given > this.row && given <= LAST_ROW ? given : this.row + 1
    this.column = -1
  }

  openCell(attributes: Record<string, string>): void {
    const letters = /^[A-Z]{1,3}/.exec(attributes.r ?? '')?.[0]
    this.column = letters ? columnOfLetters(letters) : this.column + 1
  }
}
