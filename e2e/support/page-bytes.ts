import type { APIRequestContext } from '@playwright/test'

/** A stored question with what must not be seen while its paper is open. */
export interface Item {
  key: unknown
  because: string | null
  concept: string
  conceptTitle: string
  id: string
  cite: { doc: string; article?: string }
  options: { id: string; because: string | null; text: string }[]
  prompt: string
}

/** The page as its readers get it: HTML, the data of a navigation, of a prefetch. */
const KINDS: Record<string, string>[] = [
  {},
  { rsc: '1' },
  { rsc: '1', 'next-router-prefetch': '1' },
  { rsc: '1', 'next-router-segment-prefetch': '/_tree' },
]

/** Everything a reader of that page is ever sent. */
export async function bytesOf(request: APIRequestContext, path: string, cookie: string): Promise<string> {
  const answers = KINDS.map(async (headers) => {
    const response = await request.get(path, { headers: { ...headers, cookie } })
    return `${JSON.stringify(response.headers())}${await response.text()}`
  })
  return (await Promise.all(answers)).join('\n')
}

/** Text as it may stand in a page: as written, in HTML, in JSON, in JSON inside HTML. */
export function spellings(text: string): string[] {
  const html = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
  const json = JSON.stringify(text).slice(1, -1)
  return [text, html, json, json.replaceAll('<', '\\u003c')]
}

const WORDS = ['because', 'correct', 'optionMap', 'option_map', 'weight', 'difficulty', 'isRight', 'tolerance']

/** Keys, reasons, concepts and hashes of the items, and the names of their fields, as far as they stand in those bytes. */
export function leaksOf(items: readonly { body: Item; sha: string }[], bytes: string): string[] {
  const hidden = items.flatMap(({ body, sha }) => [
    body.because ?? '',
    ...body.options.map((option) => option.because ?? ''),
    JSON.stringify(body.key),
    body.id,
    body.concept,
    sha,
  ])
  return [
    ...hidden.filter((text) => text.length > 3 && spellings(text).some((one) => bytes.includes(one))),
    ...WORDS.filter((word) => new RegExp(`\\b${word}\\b`).test(bytes)),
  ]
}
