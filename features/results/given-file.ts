import 'server-only'
import { decodeText } from '@/server/files/decode-text'
import { openArchive } from '@/server/files/open-archive'
import { WorkbookRefused, type WorkbookRefusal } from '@/server/files/workbook-refusal'
import { MAX_UPLOAD_BYTES, type UploadResults } from './input'

export type GivenRefusal = WorkbookRefusal | 'too-large' | 'nothing-given' | 'not-text'

/** What was given: a workbook as it is, or text of a file or block in UTF-8. */
export interface GivenFile {
  name: string
  mediaType: 'application/zip' | 'text/plain'
  bytes: Buffer
}

/** The uploaded file or pasted block as it is to be stored, or why it cannot be read. A file wins over a block. */
export async function givenFile({
  file,
  rows,
}: Pick<UploadResults, 'file' | 'rows'>): Promise<GivenFile | { refusal: GivenRefusal }> {
  if (file && file.size > 0) {
    if (file.size > MAX_UPLOAD_BYTES) return { refusal: 'too-large' }
    return fromFile(file.name.replaceAll('\0', '').slice(-120), Buffer.from(await file.arrayBuffer()))
  }
  if (rows?.trim()) return { name: '', mediaType: 'text/plain', bytes: Buffer.from(rows, 'utf8') }
  return { refusal: file?.name ? 'empty-file' : 'nothing-given' }
}

async function fromFile(name: string, bytes: Buffer): Promise<GivenFile | { refusal: GivenRefusal }> {
  try {
    const archive = await openArchive(bytes)
    archive.close()
    return { name, mediaType: 'application/zip', bytes }
  } catch (error) {
    if (!(error instanceof WorkbookRefused)) throw error
    // Text is welcome when it says that it is text; renamed to a workbook it may be anything.
    if (error.code !== 'text-renamed' || !/\.(?:csv|txt|tsv)$/i.test(name)) return { refusal: error.code }
    const text = decodeText(bytes).replaceAll('\0', '')
    // A character that could not be read may be part of a name: nothing is lost silently.
    if (text.includes('\uFFFD')) return { refusal: 'not-text' }
    return { name, mediaType: 'text/plain', bytes: Buffer.from(text, 'utf8') }
  }
}
