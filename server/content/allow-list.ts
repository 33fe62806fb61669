import type { Problem } from './source-file'

/** The components authors may use, with the attributes each takes; required ones end in `!`. */
const COMPONENTS: Record<string, readonly string[]> = {
  Callout: ['kind!', 'title'],
  Cite: ['doc!', 'article'],
  Calc: [
    'kind!',
    'cost',
    'rate',
    'tax',
    'five',
    'other',
    'own',
    'domestic',
    'foreign',
    'hours',
    'total',
    'listed',
    'income',
    'nontaxed',
    'investment',
  ],
  SelfCheck: ['id!'],
  br: [],
  sub: [],
  sup: [],
}

/** The part of a syntax tree node that is looked at. */
export type MdxNode = {
  type: string
  name?: string | null
  url?: string
  alt?: string | null
  attributes?: { type: string; name?: string; value?: unknown }[]
  children?: MdxNode[]
  position?: { start: { line: number } }
}

const CODE = new Set(['mdxjsEsm', 'mdxFlowExpression', 'mdxTextExpression'])

/**
 * A remark plugin that refuses everything but prose and the allowed components: no import, no expression, no spread, no other
 * tag, no link but http(s) or a page of ours. Numbers may be written in braces and become plain text.
 */
export function allowListed(options: { file: string; lineOffset: number; problems: Problem[] }) {
  return (tree: MdxNode): void =>
    walk(tree, (node, message) => {
      options.problems.push({
        file: options.file,
        line: (node.position?.start.line ?? 1) + options.lineOffset,
        message,
      })
    })
}

type Report = (node: MdxNode, message: string) => void

function walk(node: MdxNode, report: Report): void {
  if (CODE.has(node.type)) report(node, 'import, export and {expressions} are not allowed; write \\{ for a brace')
  if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') checkElement(node, report)
  if (node.type === 'link') checkLink(node, report)
  if (node.type === 'image' && !node.alt?.trim()) report(node, 'an image needs alt text')
  for (const child of node.children ?? []) walk(child, report)
}

function checkLink(node: MdxNode, report: Report): void {
  if (!/^(?:https?:\/\/|\/(?!\/)|#)/.test(node.url ?? ''))
    report(node, `the link ${node.url} is neither http(s) nor a page here`)
}

function checkElement(node: MdxNode, report: Report): void {
  const allowed = COMPONENTS[node.name ?? '']
  if (!allowed) {
    report(node, `<${node.name ?? ''}> is not one of the allowed components`)
    return
  }
  for (const attribute of node.attributes ?? []) checkAttribute(node, attribute, allowed, report)
  for (const name of allowed.filter((one) => one.endsWith('!')).map((one) => one.slice(0, -1))) {
    if (!node.attributes?.some((attribute) => attribute.name === name)) report(node, `<${node.name}> needs ${name}`)
  }
}

function checkAttribute(
  node: MdxNode,
  attribute: { type: string; name?: string; value?: unknown },
  allowed: readonly string[],
  report: Report,
): void {
  const name = attribute.name ?? ''
  if (attribute.type !== 'mdxJsxAttribute' || !(allowed.includes(name) || allowed.includes(`${name}!`))) {
    report(node, `<${node.name}> does not take ${name || 'a spread'}`)
    return
  }
  if (attribute.value === null || typeof attribute.value !== 'object') return
  const text = 'value' in attribute.value ? String(attribute.value.value).trim() : ''
  if (!/^-?\d+(?:\.\d+)?$/.test(text)) report(node, `${name} must be plain text or a number`)
  attribute.value = text
}
