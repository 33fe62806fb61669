let table: Map<string, Buffer> | undefined

/** Every two-byte character, found by decoding all of them once: Node decodes GB18030 but does not encode it. */
function twoByteTable(): Map<string, Buffer> {
  const decoder = new TextDecoder('gb18030')
  const found = new Map<string, Buffer>()
  for (let lead = 0x81; lead <= 0xfe; lead += 1)
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const bytes = Buffer.from([lead, trail])
      const text = trail === 0x7f ? '' : decoder.decode(bytes)
      if ([...text].length === 1 && text !== '\uFFFD') found.set(text, bytes)
    }
  return found
}

/** A text in GB18030; a character outside ASCII and the two-byte part becomes '?'. */
export function gb18030Bytes(text: string): Buffer {
  table ??= twoByteTable()
  const known = table
  return Buffer.concat(
    [...text].map((character) =>
      character < '\u0080' ? Buffer.from(character, 'latin1') : (known.get(character) ?? Buffer.from('?')),
    ),
  )
}
