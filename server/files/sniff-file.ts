import { WorkbookRefused } from './workbook-refusal'

const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
const ENCRYPTED_PACKAGE = Buffer.from('EncryptedPackage', 'utf16le')

/**
 * Tells from its first bytes what a file really is, whatever its name says.
 *
 * @throws WorkbookRefused for anything but a zip: an empty file, an old .xls, an encrypted workbook (both are OLE
 * containers), a web page or text file renamed to .xlsx, something else.
 */
export function assertZip(bytes: Buffer): void {
  if (bytes.length === 0) throw new WorkbookRefused('empty-file')
  if (bytes.subarray(0, 8).equals(OLE))
    throw new WorkbookRefused(bytes.includes(ENCRYPTED_PACKAGE) ? 'encrypted' : 'old-xls')
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5)) return
  const head = bytes.subarray(0, 4096)
  const text = head
    .toString('latin1')
    .replace(/^[\uFEFF\xEF\xBB\xBF\s]+/, '')
    .toLowerCase()
  if (/^<(?:!doctype|html|\?xml|table|head|meta|style)/.test(text)) throw new WorkbookRefused('html-renamed')
  if (head[0] === 0x09 && (head[1] ?? 0) <= 0x08) throw new WorkbookRefused('old-xls')
  throw new WorkbookRefused(head.includes(0) && !isUtf16(head) ? 'not-a-workbook' : 'text-renamed')
}

function isUtf16(head: Buffer): boolean {
  return (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)
}
