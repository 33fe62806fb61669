import type { Readable } from 'node:stream'
import { type Entry, fromBuffer, type ZipFile } from 'yauzl'
import { assertZip } from './sniff-file'
import { WorkbookRefused } from './workbook-refusal'

const MAX_PARTS = 200
const MAX_BYTES = 100 * 1024 * 1024
const MAX_RATIO = 100
/** Below this size a high ratio is harmless: the tiny parts of honest workbooks compress very well. */
const RATIO_FROM = 2 * 1024 * 1024
const ENCRYPTED_FLAG = 0x1

/** An archive whose directory was found harmless; parts are inflated only when asked for, and only to their limit. */
export interface Archive {
  names: string[]
  /** The inflated bytes of one part. It fails with `WorkbookRefused` when there are more than the directory promised. */
  open(name: string): Promise<Readable>
  /** The inflated size of one part as the directory promises it; 0 when there is no such part. */
  sizeOf(name: string): number
  close(): void
}

/**
 * Opens a zip after looking at its directory alone: at most 200 parts, 100 MB inflated, ratio 100, no encryption, no
 * path that leaves the archive, no macro. Nothing is inflated here, so a bomb costs nothing.
 *
 * @throws WorkbookRefused
 */
export async function openArchive(bytes: Buffer): Promise<Archive> {
  assertZip(bytes)
  const zip = await zipOf(bytes)
  try {
    const entries = await entriesOf(zip)
    assertHarmless(entries)
    const byName = new Map(entries.map((entry) => [entry.fileName, entry]))
    return {
      names: [...byName.keys()],
      open: (name) => openPart(zip, byName.get(name)),
      sizeOf: (name) => byName.get(name)?.uncompressedSize ?? 0,
      close: () => zip.close(),
    }
  } catch (error) {
    zip.close()
    throw error
  }
}

function zipOf(bytes: Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true, autoClose: false, validateEntrySizes: true }, (error, zip) => {
      if (error || !zip) reject(new WorkbookRefused('truncated'))
      else resolve(zip)
    })
  })
}

function entriesOf(zip: ZipFile): Promise<Entry[]> {
  const entries: Entry[] = []
  return new Promise((resolve, reject) => {
    zip.on('error', (error: Error) => reject(new WorkbookRefused(isBadName(error) ? 'suspicious-names' : 'truncated')))
    zip.on('end', () => resolve(entries))
    zip.on('entry', (entry: Entry) => {
      entries.push(entry)
      if (entries.length > MAX_PARTS) reject(new WorkbookRefused('too-many-parts'))
      else zip.readEntry()
    })
    zip.readEntry()
  })
}

function isBadName(error: Error): boolean {
  return /invalid relative path|absolute path|invalid characters/.test(error.message)
}

function assertHarmless(entries: readonly Entry[]): void {
  let total = 0
  for (const entry of entries) {
    total += entry.uncompressedSize
    if (entry.generalPurposeBitFlag & ENCRYPTED_FLAG) throw new WorkbookRefused('encrypted')
    if (/(?:^|\/)\.\.(?:\/|$)|^\/|\\|^[a-z]:/i.test(entry.fileName)) throw new WorkbookRefused('suspicious-names')
    if (/vbaProject\.bin$|\.(?:zip|exe|js|vbs|dll)$/i.test(entry.fileName)) throw new WorkbookRefused('macro')
    const isBlown = entry.uncompressedSize > RATIO_FROM && entry.uncompressedSize > entry.compressedSize * MAX_RATIO
    if (total > MAX_BYTES || isBlown) throw new WorkbookRefused('too-large-inside')
  }
}

function openPart(zip: ZipFile, entry: Entry | undefined): Promise<Readable> {
  if (!entry) return Promise.reject(new WorkbookRefused('not-a-workbook'))
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error || !stream) reject(new WorkbookRefused('truncated'))
      else resolve(stream)
    })
  })
}
