import { htmlToMdx, plainToMdx } from '../html-to-mdx'
import type { Note } from '../written-question'
import { KEPT, MATERIAL } from './gift-write'

/** One question of a file with the line it begins on, what our export kept of it, and its text. */
export type Block = { line: number; kept: string | null; isMaterial: boolean; text: string }

/** Input that is no GIFT, with the line. */
export class Malformed extends Error {
  constructor(
    readonly line: number,
    message: string,
  ) {
    super(message)
  }
}

/** Blank lines divide questions, but for those inside braces; comment lines belong to what follows. */
export function blocksOf(text: string): Block[] {
  const blocks: Block[] = []
  let [lines, kept, isMaterial, from, depth] = [[] as string[], null as string | null, false, 0, 0]
  const end = () => {
    if (lines.length > 0) blocks.push({ line: from, kept, isMaterial, text: lines.join('\n') })
    ;[lines, kept, isMaterial, depth] = [[], null, false, 0]
  }
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '' && depth <= 0) end()
    else if (lines.length === 0 && line.startsWith(KEPT)) kept = line.slice(KEPT.length)
    else if (lines.length === 0 && line.startsWith(MATERIAL)) isMaterial = true
    else if (!line.trimStart().startsWith('//')) {
      if (lines.length === 0) from = index + 1
      lines.push(line)
      const braces = line.replace(/\\./g, '')
      depth += (braces.match(/\{/g) ?? []).length - (braces.match(/\}/g) ?? []).length
    }
  }
  end()
  return blocks
}

/** The next place of a mark that no backslash stands before, from `from` on; −1 when there is none. */
export function find(text: string, mark: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    if (text[at] === '\\') at++
    else if (text.startsWith(mark, at)) return at
  }
  return -1
}

/** What stands between marks that no backslash stands before. */
export function split(text: string, mark: string): string[] {
  const parts: string[] = []
  let from = 0
  for (let at = find(text, mark, 0); at >= 0; at = find(text, mark, from)) {
    parts.push(text.slice(from, at))
    from = at + mark.length
  }
  return [...parts, text.slice(from)]
}

/** The characters behind their backslashes. */
export function unescaped(text: string): string {
  return text.replace(/\\([\\~=#{}:>n])/g, (_, one: string) => (one === 'n' ? '\n' : one))
}

export type Format = 'html' | 'markdown' | 'plain'

/** The format that is named before a text, or that it looks like. */
export function formatted(text: string): { text: string; format: Format } {
  const named = /^\s*\[(html|moodle|plain|markdown)\]/i.exec(text)
  const name = named?.[1]?.toLowerCase()
  const format = name === 'markdown' || name === 'plain' ? name : 'html'
  return {
    text: text.slice(named?.[0].length ?? 0),
    format: named ? format : /<[a-z/!]/i.test(text) ? 'html' : 'plain',
  }
}

/** A text of that format as our MDX; what it cannot carry goes into `notes`. */
export function wordsOf(raw: string, format: Format, where: string, notes: Note[]): string {
  const text = unescaped(formatted(raw).text.trim())
  if (format === 'markdown') return text
  return format === 'plain' ? plainToMdx(text) : htmlToMdx(text, (what) => notes.push({ where, what }))
}
