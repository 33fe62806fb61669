const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'", '#39': "'", nbsp: ' ' }

/** The words of HTML of our own content build, for places that hold no markup, as the choices of a list box. */
export function plainText(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/&([a-z]+|#x?[0-9a-f]+);/gi, (whole, name: string) => NAMED[name.toLowerCase()] ?? whole)
    .trim()
}
