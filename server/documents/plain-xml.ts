/**
 * A well-formed part without comments and processing instructions, with CDATA as ordinary text and without numeric references where the sign itself will do: what
 * is left is what every reader of it sees, whether it parses XML or looks for tags in the text.
 */
export function plainXml(xml: string): string {
  return xml
    .replace(/<!--[\s\S]*?-->|<\?(?!xml\s)[\s\S]*?\?>|<!\[CDATA\[([\s\S]*?)\]\]>/g, (_, text: string | undefined) =>
      escapedText(text ?? ''),
    )
    .replace(/&#(?:x([0-9a-f]{1,6})|(\d{1,7}));/gi, (all, hex?: string, decimal?: string) => {
      const code = Number.parseInt(hex ?? decimal ?? '', hex ? 16 : 10)
      const isKept = code < 0x7b || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)
      return isKept ? all : String.fromCodePoint(code)
    })
}

function escapedText(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}
