import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'

/** Something an author must mend: where it is, and what is wrong, in a sentence. */
export type Problem = { file: string; line: number; message: string }

/** A parsed YAML text that knows the line of each of its values. */
export type Yaml = { file: string; value: unknown; lineOf(keys: readonly PropertyKey[]): number }

/** A content file split into frontmatter and prose. `firstLine` is the line of the file on which the prose starts. */
export type MdxSource = { file: string; frontmatter: Yaml; prose: string; firstLine: number }

/**
 * Reads a text file below `root`; a missing file is a problem, not an exception.
 *
 * @returns null when it is missing
 */
export function readText(root: string, file: string, problems: Problem[]): string | null {
  const full = path.join(root, file)
  if (!existsSync(full)) {
    problems.push({ file, line: 1, message: 'the file is missing' })
    return null
  }
  return readFileSync(full, 'utf8')
    .replace(/\r\n/g, '\n')
    .replace(/^\ufeff/, '')
}

/**
 * Parses YAML; syntax errors are reported with their line.
 *
 * @param lineOffset lines of the file before the YAML text
 */
export function readYaml(file: string, text: string, lineOffset: number, problems: Problem[]): Yaml | null {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  for (const error of document.errors) {
    problems.push({ file, line: lines.linePos(error.pos[0]).line + lineOffset, message: error.message })
  }
  if (document.errors.length > 0) return null
  const lineOf = (keys: readonly PropertyKey[]): number => {
    for (let depth = keys.length; depth > 0; depth--) {
      const offset = offsetOf(document.contents, keys.slice(0, depth))
      if (offset !== null) return lines.linePos(offset).line + lineOffset
    }
    return lineOffset + 1
  }
  return { file, value: document.toJS(), lineOf }
}

/** Splits `---` frontmatter from the prose beneath it. A file without frontmatter is a problem. */
export function readMdx(root: string, file: string, problems: Problem[]): MdxSource | null {
  const text = readText(root, file, problems)
  if (text === null) return null
  const match = /^---\n([\s\S]*?)\n---\n?/.exec(text)
  if (!match) {
    problems.push({ file, line: 1, message: 'frontmatter between two lines of --- is missing' })
    return null
  }
  const frontmatter = readYaml(file, match[1] ?? '', 1, problems)
  if (!frontmatter) return null
  return { file, frontmatter, prose: text.slice(match[0].length), firstLine: match[0].split('\n').length }
}

/** Validates a parsed value; every issue is reported at the line of the value it speaks of. */
export function validate<S extends z.ZodType>(
  schema: S,
  yaml: Yaml,
  problems: Problem[],
  at: { value: unknown; keys: readonly PropertyKey[] } = { value: yaml.value, keys: [] },
): z.infer<S> | null {
  const parsed = schema.safeParse(at.value)
  if (parsed.success) return parsed.data
  for (const issue of parsed.error.issues) {
    const keys = [...at.keys, ...issue.path]
    const name = issue.path.join('.') || 'this part'
    problems.push({ file: yaml.file, line: yaml.lineOf(keys), message: `${name}: ${issue.message}` })
  }
  return null
}

function offsetOf(node: unknown, keys: readonly PropertyKey[]): number | null {
  let current: unknown = node
  let offset: number | null = null
  for (const key of keys) {
    if (isMap(current)) {
      const pair = current.items.find((item) => isScalar(item.key) && String(item.key.value) === String(key))
      if (!pair) return null
      offset = isNode(pair.key) ? (pair.key.range?.[0] ?? null) : null
      current = pair.value
    } else {
      const items: unknown = current && typeof current === 'object' && 'items' in current ? current.items : []
      current = Array.isArray(items) ? items[Number(key)] : undefined
      if (!isNode(current)) return null
      offset = current.range?.[0] ?? null
    }
  }
  return offset
}
