import { SaxesParser } from 'saxes'

type Node = { name: string; attributes: Record<string, string>; children: (Node | string)[] }

const BLOCKS = new Set(['p', 'div', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'ul', 'ol', 'section', 'pre'])
const PLAIN = new Set(['span', 'font', 'root', 'tbody', 'thead', 'a', 'u', 'small', 'body', 'html', 'label'])
const VOID = /<(br|hr|img|input|wbr)\b([^<>]*?)\/?>/gi

/**
 * HTML of another system as our MDX: paragraphs, bold, italics, code, sub and sup, lists, tables. Everything else keeps its words and
 * loses its form, and whatever carries more than words (pictures, sound, formulas as pictures) is told.
 *
 * @param tell what cannot be carried
 */
export function htmlToMdx(html: string, tell: (what: string) => void): string {
  if (!/[<&]/.test(html)) return plainToMdx(html)
  const tree = treeOf(html)
  if (!tree) {
    tell('HTML that cannot be read keeps its words alone')
    return plainToMdx(entities(html.replace(/<[^>]*>/g, ' ')))
  }
  return blocks(tree, tell).join('\n\n').trim()
}

/** Words that may hold anything, written so that MDX takes them as words. */
export function plainToMdx(text: string): string {
  // An ampersand means itself, as in R&D, unless what follows would make it an entity.
  return text
    .trim()
    .replace(/[\\*_`{}<>[\]|~]|&(?=#?\w+;)/g, (one) => (one === '&' ? '&amp;' : one === '<' ? '&lt;' : `\\${one}`))
}

/** A forgiving reading: void elements closed, named entities spelled out, attributes in quotes; null when it still is no tree. */
function treeOf(html: string): Node | null {
  const root: Node = { name: 'root', attributes: {}, children: [] }
  const open = [root]
  let isBroken = false
  const parser = new SaxesParser({ xmlns: false, position: false, fragment: true })
  parser.on('error', () => {
    isBroken = true
  })
  parser.on('doctype', () => {
    isBroken = true
  })
  parser.on('opentag', ({ name, attributes }) => {
    const node: Node = { name: name.toLowerCase(), attributes: attributes as Record<string, string>, children: [] }
    open.at(-1)?.children.push(node)
    open.push(node)
  })
  parser.on('closetag', () => void open.pop())
  parser.on('text', (text) => void open.at(-1)?.children.push(text))
  parser.on('cdata', (text) => void open.at(-1)?.children.push(text))
  parser.write(named(html.replace(/<!--[\s\S]*?-->/g, '').replace(VOID, '<$1$2/>'))).close()
  return isBroken ? null : root
}

const NAMED: Record<string, string> = {
  nbsp: ' ',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  hellip: '…',
  mdash: '—',
  ndash: '–',
  times: '×',
  divide: '÷',
  minus: '−',
  le: '≤',
  ge: '≥',
  ne: '≠',
  middot: '·',
  yen: '¥',
}

/** Named entities that XML does not know, as characters; an ampersand that begins none is written out. */
function named(html: string): string {
  return html
    .replace(/&([a-z]+);/gi, (whole, name: string) => NAMED[name.toLowerCase()] ?? whole)
    .replace(/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/gi, '&amp;')
}

function entities(text: string): string {
  const known: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
  return named(text).replace(/&(#?[\w]+);/g, (whole, name: string) => {
    const code = name.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
    return known[name] ?? (name.startsWith('#') && code < 0x110000 ? String.fromCodePoint(code) : whole)
  })
}

type Tell = (what: string) => void

function blocks(node: Node, tell: Tell): string[] {
  const out: string[] = []
  let line = ''
  const end = () => {
    if (line.trim() !== '') out.push(line.trim())
    line = ''
  }
  for (const child of node.children) {
    if (typeof child === 'string') line += plain(child)
    else if (child.name === 'table') {
      end()
      out.push(table(child, tell))
    } else if (child.name === 'ul' || child.name === 'ol') {
      end()
      out.push(list(child, tell))
    } else if (BLOCKS.has(child.name)) {
      end()
      out.push(...blocks(child, tell))
    } else line += inline(child, tell)
  }
  end()
  return out
}

/** Spaces at the ends matter between words; everything else as `plainToMdx`. */
function plain(text: string): string {
  const words = text.replace(/\s+/g, ' ')
  return `${words.startsWith(' ') ? ' ' : ''}${plainToMdx(words)}${words.length > 1 && words.endsWith(' ') ? ' ' : ''}`
}

function inline(node: Node, tell: Tell): string {
  const words = () =>
    node.children.map((child) => (typeof child === 'string' ? plain(child) : inline(child, tell))).join('')
  switch (node.name) {
    case 'br':
      return '<br/>'
    case 'b':
    case 'strong':
      return marked('**', words())
    case 'i':
    case 'em':
      return marked('*', words())
    case 'sub':
    case 'sup':
      return `<${node.name}>${words()}</${node.name}>`
    case 'img':
      tell(`a picture is left out: ${node.attributes.src?.slice(0, 80) ?? ''} ${node.attributes.alt ?? ''}`.trim())
      return plain(node.attributes.alt ?? '')
    default:
      if (!PLAIN.has(node.name) && !BLOCKS.has(node.name)) tell(`the element ${node.name} keeps its words alone`)
      if (node.name === 'a' && node.attributes.href) tell(`a link is left out: ${node.attributes.href.slice(0, 80)}`)
      return ['script', 'style'].includes(node.name) ? '' : words()
  }
}

const marked = (mark: string, words: string) => (words.trim() === '' ? words : `${mark}${words.trim()}${mark}`)

function list(node: Node, tell: Tell): string {
  const items = node.children.filter((child): child is Node => typeof child !== 'string' && child.name === 'li')
  return items
    .map(
      (item, index) =>
        `${node.name === 'ol' ? `${index + 1}.` : '-'} ${inline({ ...item, name: 'span' }, tell).trim()}`,
    )
    .join('\n')
}

function table(node: Node, tell: Tell): string {
  const rows = rowsOf(node).map((row) =>
    row.children
      .filter((cell): cell is Node => typeof cell !== 'string' && (cell.name === 'td' || cell.name === 'th'))
      .map((cell) => inline({ ...cell, name: 'span' }, tell).trim() || ' '),
  )
  const width = rows.reduce((most, row) => Math.max(most, row.length), 1)
  const line = (cells: readonly string[]) =>
    `| ${Array.from({ length: width }, (_, at) => cells[at] ?? ' ').join(' | ')} |`
  const [head = [], ...rest] = rows
  return [line(head), `|${' --- |'.repeat(width)}`, ...rest.map(line)].join('\n')
}

function rowsOf(node: Node): Node[] {
  return node.children.flatMap((child) => {
    if (typeof child === 'string') return []
    return child.name === 'tr' ? [child] : rowsOf(child)
  })
}
