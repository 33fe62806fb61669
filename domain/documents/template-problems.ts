import { editDistance } from '@/domain/regions/edit-distance'
import type { ListSpec, PlaceholderSpec } from './placeholder-spec'
import type { ProblemTally } from './problem-tally'
import { type Tag, tagsIn, type TemplateText } from './scan-placeholders'
import type { ProblemCode } from './template-problem'

/** No honest template has a list in a list; so many open ones end the looking. */
const MAX_OPEN = 50

interface Findings {
  /** The names used, each once, in order. */
  names: string[]
  /** How many placeholders were looked at. */
  tags: number
}

/**
 * What is wrong with the placeholders of one part (body, header, sheet …): braces, names, and whether lists that begin also
 * end, in order and in the same table. Each problem goes to `problems`.
 *
 * @param known what may be used; null asks about braces and lists only
 */
export function templateProblems(
  texts: readonly TemplateText[],
  known: readonly PlaceholderSpec[] | null,
  problems: ProblemTally,
): Findings {
  const names = new Set<string>()
  const open: Tag[] = []
  const words = known ? vocabulary(known) : null
  const before = problems.kept.length
  let tags = 0
  for (const text of texts) {
    for (const tag of tagsIn(text, problems)) {
      tags += 1
      if (tag.sign !== '/') names.add(tag.name)
      if (tag.sign !== '/' && tag.sign !== '' && open.length >= MAX_OPEN) {
        problems.add({ code: 'too-many-open', found: tag.written, expected: '', place: tag.place })
        return { names: [...names], tags }
      }
      const code = tag.sign === '/' ? closing(tag, open) : opening(tag, open, words, problems)
      if (code) problems.add({ ...code, found: tag.written, place: tag.place })
    }
  }
  for (const tag of open)
    problems.add({ code: 'list-unclosed', found: tag.written, expected: `{/${tag.name}}`, place: tag.place })
  const own = problems.kept.splice(before).sort((a, b) => a.place.paragraph - b.place.paragraph)
  problems.kept.push(...own) // no more than a tally keeps
  return { names: [...names], tags }
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

function opening(tag: Tag, open: Tag[], words: Vocabulary | null, problems: ProblemTally): Finding {
  const around = open.map(({ name }) => name)
  if (tag.sign !== '') open.push(tag)
  if (tag.sign !== '' && around.length > 0) return { code: 'nested-list', expected: `{/${around.at(-1)}}` }
  // What was perhaps meant is sought for problems that are shown, not for those only counted.
  return words ? known(tag, around, words, problems.isFull ? () => '' : nearest) : null
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

function known(tag: Tag, around: readonly string[], { values, lists }: Vocabulary, meant: typeof nearest): Finding {
  if (tag.sign !== '') {
    if (lists.has(tag.name)) return null
    if (values.has(tag.name)) return { code: 'not-a-list', expected: `{${tag.name}}` }
    return { code: 'unknown', expected: meant(tag.name, [...lists.keys()], '#') }
  }
  if (values.has(tag.name) || around.some((list) => lists.get(list)?.has(tag.name))) return null
  if (lists.has(tag.name)) return { code: 'list-without-loop', expected: `{#${tag.name}}…{/${tag.name}}` }
  const home = [...lists].find(([, columns]) => columns.has(tag.name))
  if (home) return { code: 'outside-list', expected: `{#${home[0]}}…{/${home[0]}}` }
  const columns = around.flatMap((list) => [...(lists.get(list) ?? [])])
  return { code: 'unknown', expected: meant(tag.name, [...columns, ...values], '') }
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
