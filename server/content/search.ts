import 'server-only'
import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import type MiniSearch from 'minisearch'
import { readIndex, type Searchable } from './search-index'
import { searchTokens } from './search-tokens'

const holder = globalThis as { zhixingSearch?: { index: MiniSearch; changedAt: number } }
const AT_MOST = 30
const EXCERPT = 90

/** Something found, with the words around where it was found. */
export type Found = Omit<Searchable, 'text'> & { excerpt: string }

/**
 * Looks for every part of what was typed, title first; from two characters on. At most thirty.
 *
 * @throws when content was never built
 */
export function searchContent(query: string): Found[] {
  const tokens = searchTokens(query)
  if (tokens.length === 0) return []
  const found = opened().search(query, {
    combineWith: 'AND',
    boost: { title: 4, also: 2 },
    prefix: tokens.length === 1,
  })
  return found.slice(0, AT_MOST).map(({ id, kind, title, beneath, text, href }) => ({
    ...{ id, kind, title, beneath, href },
    excerpt: excerptOf(String(text), tokens),
  }))
}

function opened(): MiniSearch {
  const file = path.join(/* turbopackIgnore: true */ process.cwd(), 'generated', 'content', 'search.json')
  const changedAt = statSync(file).mtimeMs
  const known = holder.zhixingSearch
  if (known?.changedAt === changedAt) return known.index
  const index = readIndex(readFileSync(file, 'utf8'))
  holder.zhixingSearch = { index, changedAt }
  return index
}

/** The words around the first place that any token stands at. */
function excerptOf(text: string, tokens: readonly string[]): string {
  const plain = text.toLowerCase()
  const at = Math.min(...tokens.map((token) => plain.indexOf(token)).filter((place) => place >= 0), text.length)
  const start = at === text.length ? 0 : Math.max(0, at - 20)
  const part = text.slice(start, start + EXCERPT).trim()
  return `${start > 0 ? '…' : ''}${part}${start + EXCERPT < text.length ? '…' : ''}`
}
