import { editDistance } from '@/domain/regions/edit-distance'
import type { ListSpec, PlaceholderSpec } from './placeholder-spec'
import { type Tag, tagsIn, type TemplateText } from './scan-placeholders'
import type { ProblemCode, TemplateProblem } from './template-problem'

interface Findings {
  problems: TemplateProblem[]
  /** The names used, each once, in order. */
  names: string[]
}

/**
 * What is wrong with the placeholders of one part (body, header, sheet …): braces, names, and whether lists that begin also
 * end, in order and in the same table.
 *
 * @param known what may be used; null asks about braces and lists only
 */
export function templateProblems(texts: readonly TemplateText[], known: readonly PlaceholderSpec[] | null): Findings {
  const problems: TemplateProblem[] = []
  const names = new Set<string>()
  const open: Tag[] = []
  const words = known ? vocabulary(known) : null
  for (const text of texts) {
    const found = tagsIn(text)
    problems.push(...found.problems)
    for (const tag of found.tags) {
      if (tag.sign !== '/') names.add(tag.name)
      const code = tag.sign === '/' ? closing(tag, open) : opening(tag, open, words)
      if (code) problems.push({ ...code, found: tag.written, place: tag.place })
    }
  }
  for (const tag of open)
    problems.push({ code: 'list-unclosed', found: tag.written, expected: `{/${tag.name}}`, place: tag.place })
  problems.sort((a, b) => a.place.paragraph - b.place.paragraph)
  return { problems, names: [...names] }
}

type Finding = { code: ProblemCode; expected: string } | null

/** A list's end: takes its beginning off `open`. */
function closing(tag: Tag, open: Tag[]): Finding {
  const last = open.at(-1)
  if (last?.name === tag.name) {
    open.pop()
    return sameTable(last, tag) ? null : { code: 'list-across', expected: last.written }
  }
  const at = open.findLastIndex((one) => one.name === tag.name)
  if (at < 0) return { code: 'list-unopened', expected: `{#${tag.name}}` }
  open.splice(at, 1)
  return { code: 'list-crossed', expected: `{/${last?.name ?? ''}}` }
}

function sameTable(a: Tag, b: Tag): boolean {
  return a.place.table?.table === b.place.table?.table && a.place.cell?.sheet === b.place.cell?.sheet
}

function opening(tag: Tag, open: Tag[], words: Vocabulary | null): Finding {
  const around = open.map(({ name }) => name)
  if (tag.sign !== '') open.push(tag)
  if (tag.sign !== '' && around.length > 0) return { code: 'nested-list', expected: `{/${around.at(-1)}}` }
  return words ? known(tag, around, words) : null
}

interface Vocabulary {
  values: ReadonlySet<string>
  lists: ReadonlyMap<string, ReadonlySet<string>>
}

function vocabulary(specs: readonly PlaceholderSpec[]): Vocabulary {
  const lists = specs.filter((spec): spec is ListSpec => spec.kind === 'list')
  return {
    values: new Set(specs.filter(({ kind }) => kind !== 'list').map(({ name }) => name)),
    lists: new Map(lists.map(({ name, columns }) => [name, new Set(columns.map((column) => column.name))])),
  }
}

function known(tag: Tag, around: readonly string[], { values, lists }: Vocabulary): Finding {
  if (tag.sign !== '') {
    if (lists.has(tag.name)) return null
    if (values.has(tag.name)) return { code: 'not-a-list', expected: `{${tag.name}}` }
    return { code: 'unknown', expected: nearest(tag.name, [...lists.keys()], '#') }
  }
  if (values.has(tag.name) || around.some((list) => lists.get(list)?.has(tag.name))) return null
  if (lists.has(tag.name)) return { code: 'list-without-loop', expected: `{#${tag.name}}…{/${tag.name}}` }
  const home = [...lists].find(([, columns]) => columns.has(tag.name))
  if (home) return { code: 'outside-list', expected: `{#${home[0]}}…{/${home[0]}}` }
  const columns = around.flatMap((list) => [...(lists.get(list) ?? [])])
  return { code: 'unknown', expected: nearest(tag.name, [...columns, ...values], '') }
}

/** The known name that was perhaps meant, with braces: at most a third of its signs differ; '' when none is near. */
function nearest(name: string, names: readonly string[], sign: string): string {
  let best = ''
  let least = Math.max(1, Math.floor([...name].length / 3)) + 1
  for (const one of names) {
    const distance = editDistance(name, one)
    if (distance < least) [best, least] = [one, distance]
  }
  return best ? `{${sign}${best}}` : ''
}
