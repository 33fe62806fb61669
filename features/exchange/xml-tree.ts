import { SaxesParser } from 'saxes'

/** An element with where it begins. Names are lower-case without their prefix. */
export type XmlNode = {
  name: string
  attributes: Record<string, string>
  line: number
  children: (XmlNode | string)[]
}

/** Input that is no XML, or XML that nobody needs to send. */
export class XmlRefused extends Error {
  constructor(
    readonly line: number,
    message: string,
  ) {
    super(message)
  }
}

const DEEPEST = 60

/**
 * The tree of an XML text. Nothing of a document type declaration is ever expanded: it is refused, and so is what is nested deeper than
 * sixty elements. saxes knows the five built-in entities alone.
 *
 * @throws XmlRefused with the line
 */
export function xmlTree(text: string): XmlNode {
  const root: XmlNode = { name: '', attributes: {}, line: 1, children: [] }
  const open = [root]
  const parser = new SaxesParser({ xmlns: false, position: true })
  parser.on('error', (error) => {
    throw new XmlRefused(parser.line, error.message.replace(/^\d+:\d+: /, ''))
  })
  parser.on('doctype', () => {
    throw new XmlRefused(parser.line, 'a document type declaration is not taken')
  })
  parser.on('opentag', ({ name, attributes }) => {
    if (open.length > DEEPEST) throw new XmlRefused(parser.line, 'nested too deep')
    const own = Object.entries(attributes as Record<string, string>).map(([key, value]) => [local(key), value])
    const node: XmlNode = { name: local(name), attributes: Object.fromEntries(own), line: parser.line, children: [] }
    open.at(-1)?.children.push(node)
    open.push(node)
  })
  parser.on('closetag', () => void open.pop())
  parser.on('text', (part) => void open.at(-1)?.children.push(part))
  parser.on('cdata', (part) => void open.at(-1)?.children.push(part))
  parser.write(text).close()
  const [element] = root.children.filter((child) => typeof child !== 'string')
  if (!element) throw new XmlRefused(1, 'no XML element')
  return element
}

const local = (name: string) => name.slice(name.indexOf(':') + 1).toLowerCase()

/** The elements of that name right below. */
export function childrenOf(node: XmlNode | undefined, name: string): XmlNode[] {
  return (node?.children ?? []).filter((child): child is XmlNode => typeof child !== 'string' && child.name === name)
}

/** The first of them. */
export function childOf(node: XmlNode | undefined, name: string): XmlNode | undefined {
  return childrenOf(node, name)[0]
}

/** Every element of that name anywhere below, in order. */
export function allBelow(node: XmlNode | undefined, name: string): XmlNode[] {
  return (node?.children ?? []).flatMap((child) => {
    if (typeof child === 'string') return []
    return child.name === name ? [child, ...allBelow(child, name)] : allBelow(child, name)
  })
}

/** The words below, without markup. */
export function textOf(node: XmlNode | undefined): string {
  return (node?.children ?? []).map((child) => (typeof child === 'string' ? child : textOf(child))).join('')
}

/** What is below as XML again, for elements that hold HTML. */
export function innerXml(node: XmlNode | undefined): string {
  return (node?.children ?? [])
    .map((child) => (typeof child === 'string' ? escapeXml(child) : outerXml(child)))
    .join('')
}

function outerXml(node: XmlNode): string {
  return element(node.name, node.attributes, innerXml(node))
}

/** An element as text; `inside` is XML already, empty for none. */
export function element(name: string, attributes: Record<string, string | number>, inside = ''): string {
  const told = Object.entries(attributes).map(
    ([key, value]) => ` ${key}="${escapeXml(String(value)).replace(/\n/g, '&#10;')}"`,
  )
  return inside === '' ? `<${name}${told.join('')}/>` : `<${name}${told.join('')}>${inside}</${name}>`
}

/** Text as it may stand in an element or an attribute; characters that XML cannot carry are dropped. */
export function escapeXml(text: string): string {
  return [...text]
    .filter((one) => {
      const code = one.codePointAt(0) ?? 0
      return code >= 32
        ? code !== 0xfffe && code !== 0xffff && !(code >= 0xd800 && code <= 0xdfff)
        : code === 9 || code === 10
    })
    .join('')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
}
