import { escapeXml } from './xml-tree'

/**
 * Our own few marks as XHTML for other programs to show: paragraphs, bold, italics, code, sub, sup, line breaks, lists and tables. What is
 * shown is for reading there; the whole text goes along beside it.
 */
export function mdxToHtml(mdx: string): string {
  const blocks = mdx.trim().split(/\n{2,}/)
  const [only, ...rest] = blocks
  if (only !== undefined && rest.length === 0 && !isBlock(only)) return inline(only)
  return blocks.map(block).join('')
}

const isBlock = (text: string) => /^\s*(?:\||[-*] |\d+\. )/.test(text)

function block(text: string): string {
  const lines = text.split('\n').map((line) => line.trim())
  if (lines.every((line) => line.startsWith('|'))) return table(lines)
  if (lines.every((line) => /^[-*] /.test(line)))
    return `<ul>${lines.map((line) => `<li>${inline(line.slice(2))}</li>`).join('')}</ul>`
  if (lines.every((line) => /^\d+\. /.test(line)))
    return `<ol>${lines.map((line) => `<li>${inline(line.replace(/^\d+\. /, ''))}</li>`).join('')}</ol>`
  return `<p>${inline(lines.join(' '))}</p>`
}

function table(lines: readonly string[]): string {
  const rows = lines
    .filter((line) => !/^\|[\s:|-]+\|$/.test(line))
    .map((line) => line.replace(/^\||\|$/g, '').split(/(?<!\\)\|/))
  const [head = [], ...rest] = rows
  const row = (cells: readonly string[], name: 'th' | 'td') =>
    `<tr>${cells.map((cell) => `<${name}>${inline(cell.trim())}</${name}>`).join('')}</tr>`
  return `<table><thead>${row(head, 'th')}</thead><tbody>${rest.map((cells) => row(cells, 'td')).join('')}</tbody></table>`
}

/** Marks one after the other; what stands behind a backslash is a character and no mark. */
function inline(text: string): string {
  const parts = text.split(/(\\.|<\/?su[bp]>|<br\s*\/?>|\*\*|\*|`|&(?:amp|lt|gt|quot|#\d+);)/)
  const open = new Set<string>()
  const toggle = (mark: string, name: string) => {
    if (open.delete(mark)) return `</${name}>`
    open.add(mark)
    return `<${name}>`
  }
  return parts
    .map((part) => {
      if (part === '**') return toggle(part, 'strong')
      if (part === '*') return toggle(part, 'em')
      if (part === '`') return toggle(part, 'code')
      if (/^<br/.test(part)) return '<br/>'
      if (/^<\/?su[bp]>$|^&/.test(part)) return part
      return escapeXml(/^\\./.test(part) ? part.slice(1) : part)
    })
    .join('')
}
