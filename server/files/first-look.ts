import { separatedRecords, separatorOfFile, unixLines } from '@/domain/sheets/separated-text'
import { decodeText } from './decode-text'
import { openArchive } from './open-archive'
import { WorkbookRefused } from './workbook-refusal'

/** Media types under which uploads are stored; the worker reads by them. */
export const MEDIA_TYPES = { workbook: 'application/zip', text: 'text/csv' } as const

const TEXT_NAME = /\.(?:csv|txt|tsv)$/i
const LOOKED_AT = 64 * 1024

/**
 * What an uploaded file is, from its bytes and name, within a second and without inflating anything: a workbook, or
 * separated text. Text is taken when its name ends .csv, .tsv or .txt, and also under another name when it is plainly
 * separated (a CSV that somebody renamed to .xlsx).
 *
 * @throws WorkbookRefused for an old .xls, an encrypted file, a web page, a bomb, or anything else
 */
export async function firstLook(bytes: Buffer, name: string): Promise<keyof typeof MEDIA_TYPES> {
  try {
    const archive = await openArchive(bytes)
    archive.close()
    return 'workbook'
  } catch (error) {
    const isText = error instanceof WorkbookRefused && error.code === 'text-renamed'
    if (isText && (TEXT_NAME.test(name) || isPlainlySeparated(bytes))) return 'text'
    throw error
  }
}

/** At least two of the first lines fall into the same number of columns, two or more. */
function isPlainlySeparated(bytes: Buffer): boolean {
  const head = unixLines(decodeText(bytes.length > LOOKED_AT ? beforeLastLine(bytes) : bytes))
  const lines = head.split('\n', 20).filter((line) => line.trim() !== '')
  const widths = [...separatedRecords(lines.join('\n'), separatorOfFile(head))].map((fields) => fields.length)
  return widths.some((width, index) => width > 1 && widths.indexOf(width) < index)
}

/** Cut at a line break, so that no character is cut in two; of UTF-16, whose breaks are two bytes, everything. */
function beforeLastLine(bytes: Buffer): Buffer {
  if (bytes[0] === 0xff || bytes[0] === 0xfe) return bytes
  return bytes.subarray(0, bytes.lastIndexOf(0x0a, LOOKED_AT) + 1 || LOOKED_AT)
}
