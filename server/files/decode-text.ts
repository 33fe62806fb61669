/**
 * The text of a .txt or .csv file as offices save them: UTF-8 (with or without byte order mark), UTF-16 with one, else GB18030
 * (which GBK and GB2312 are parts of). Valid UTF-8 is always taken for it: Chinese text in GB18030 is hardly ever valid by chance.
 *
 * @returns the text without its byte order mark. Bytes that are no text in any of these become U+FFFD; never throws
 */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    return new TextDecoder('gb18030').decode(bytes)
  }
}
