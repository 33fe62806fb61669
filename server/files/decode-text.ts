/**
 * The text of a file's bytes as Chinese offices save them: UTF-8 with or without a byte order mark, UTF-16 with one, else
 * GB18030 (which holds GBK and GB2312).
 *
 * @returns the text without its byte order mark; bytes that GB18030 does not know become U+FFFD. Never throws.
 */
export function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}
