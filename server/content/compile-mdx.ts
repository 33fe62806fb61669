import { evaluate } from '@mdx-js/mdx'
import { createElement, type ReactNode } from 'react'
import { Fragment, jsx, jsxs } from 'react/jsx-runtime'
import { renderToStaticMarkup } from 'react-dom/server'
import rehypeSlug from 'rehype-slug'
import remarkGfm from 'remark-gfm'
import { allowListed } from './allow-list'
import { type CalcLabels, calcHtml, isCalculator } from './calc-html'
import type { Problem } from './source-file'

/** The words the compiled prose carries. Course content is zh-CN, so these are too, whatever the reader's language. */
export type ContentLabels = { callouts: Record<string, string>; cite: string; calc: CalcLabels }

type Place = { file: string; line: number }
export type Compiled = { html: string; selfChecks: string[]; headings: { id: string; text: string }[] }

/** Where the server puts a self-check's form and the reader's own answer when the page is asked for. */
export function selfCheckMark(id: string): string {
  return `<!--self-check:${id}-->`
}

/**
 * Compiles MDX prose to one HTML string. Only allow-listed components and no code at all get this far, so evaluating it runs
 * nothing but our own components.
 *
 * @param at.line line of the file on which `text` starts, for problems
 * @returns null, with at least one problem added, when the prose is not acceptable
 */
export async function compileMdx(
  text: string,
  at: Place,
  labels: ContentLabels,
  problems: Problem[],
): Promise<Compiled | null> {
  const before = problems.length
  const found: Compiled = { html: '', selfChecks: [], headings: [] }
  const calcs = new Map<string, string>()
  try {
    const plugin = [allowListed, { file: at.file, lineOffset: at.line - 1, problems }] as const
    const options = { Fragment, jsx, jsxs, remarkPlugins: [remarkGfm, [...plugin]], rehypePlugins: [rehypeSlug] }
    const check = (message: string) => problems.push({ ...at, message })
    // The allow list runs as a plugin of the same compilation; what it refuses must not be evaluated, so it throws below.
    const guard = () => () => {
      if (problems.length > before) throw new Refused()
    }
    const { default: Content } = await evaluate(text, {
      ...options,
      remarkPlugins: [...options.remarkPlugins, guard],
    } as Parameters<typeof evaluate>[1])
    const html = renderToStaticMarkup(
      createElement(Content, {
        components: components(labels, found, calcs, check, at.file.split('/').at(-1)?.replace('.mdx', '') ?? ''),
      }),
    )
    found.html = html
      .replace(/<calc-mark data-at="(\d+)"><\/calc-mark>/g, (_, at: string) => calcs.get(at) ?? '')
      .replace(/<self-check data-id="([^"]*)"><\/self-check>/g, (_, id: string) => selfCheckMark(id))
  } catch (error) {
    if (!(error instanceof Refused)) problems.push(problemOf(error, at))
  }
  found.headings = [...found.html.matchAll(/<h2 id="([^"]+)">(.*?)<\/h2>/g)].map((match) => ({
    id: match[1] ?? '',
    text: (match[2] ?? '').replace(/<[^>]+>/g, ''),
  }))
  return problems.length > before ? null : found
}

/** Compiles a stem, an option or a reason: one paragraph, without the paragraph tags. Longer texts keep them. */
export async function compileInline(
  text: string,
  at: Place,
  labels: ContentLabels,
  problems: Problem[],
): Promise<string> {
  if (!/[*_`\\[\]<{&~|#\n]|https?:|^\s*(?:[-+>]|\d+[.)])/.test(text)) return escapePlain(text.trim())
  const compiled = await compileMdx(text, at, labels, problems)
  return (
    compiled?.html.replace(/^<p>([\s\S]*)<\/p>$/, (whole, inner: string) => (inner.includes('<p>') ? whole : inner)) ??
    ''
  )
}

class Refused extends Error {}

function escapePlain(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}

function problemOf(error: unknown, at: Place): Problem {
  const line = error instanceof Error && 'line' in error && typeof error.line === 'number' ? error.line : 1
  return { file: at.file, line: at.line - 1 + line, message: error instanceof Error ? error.message : String(error) }
}

type Props = Record<string, string | undefined> & { children?: ReactNode }

function components(
  labels: ContentLabels,
  found: Compiled,
  calcs: Map<string, string>,
  check: (message: string) => void,
  name: string,
) {
  let calculators = 0
  return {
    Callout: ({ kind = '', title, children }: Props) => {
      const word = labels.callouts[kind]
      if (!word) check(`Callout kind="${kind}" is none of ${Object.keys(labels.callouts).join(', ')}`)
      const head = createElement(
        'p',
        { className: 'callout-title' },
        createElement('b', null, word),
        title ? ` ${title}` : '',
      )
      return createElement('aside', { className: `callout callout-${kind}` }, head, children)
    },
    Cite: ({ doc, article }: Props) =>
      createElement('span', { className: 'cite' }, labels.cite, doc, article ? ` ${article}` : ''),
    Calc: ({ kind = '', children: _, ...values }: Props) => {
      const id = `calc-${name}-${++calculators}`
      const html = isCalculator(kind) ? calcHtml(kind, values as Record<string, string>, labels.calc, id) : null
      calcs.set(String(calculators), html ?? '')
      if (!html) check(`Calc kind="${kind}" with these numbers cannot be computed`)
      return createElement('calc-mark', { 'data-at': calculators })
    },
    SelfCheck: ({ id = '' }: Props) => {
      found.selfChecks.push(id)
      return createElement('self-check', { 'data-id': id })
    },
    table: ({ children }: Props) =>
      createElement('div', { className: 'table-scroll', tabIndex: 0 }, createElement('table', null, children)),
    a: ({ href, children }: Props) => createElement('a', { href, rel: 'noopener noreferrer' }, children),
  }
}
