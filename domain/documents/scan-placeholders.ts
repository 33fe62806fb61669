import { ProblemTally } from './problem-tally'
import type { TemplatePlace, TemplateProblem } from './template-problem'

/** A paragraph of a document or a cell of a sheet. */
export interface TemplateText {
  /** The whole text, formatting left out. Full-width braces are read like the others. */
  text: string
  place: TemplatePlace
}

/** One placeholder as written: {name}, {#name}, {^name} (when the list is empty) or {/name}. */
export interface Tag {
  sign: '' | '#' | '^' | '/'
  name: string
  /** With its braces, as written. */
  written: string
  /** Where it begins in the text, and where it ends. */
  from: number
  to: number
  place: TemplatePlace
}

const NAME = /^[\p{L}\p{N}_（）()·]{1,60}$/u

/** Full-width braces become plain ones, sign by sign, so that positions stay; likewise ＃ and ／ right after a brace. */
export function plainBraces(text: string): string {
  return text.replace(/｛/g, '{').replace(/｝/g, '}').replace(/\{＃/g, '{#').replace(/\{／/g, '{/')
}

/**
 * The placeholders of one paragraph or cell in order; what is wrong with their braces and names goes to `problems`. A
 * placeholder never goes over the end of its paragraph.
 */
export function tagsIn({ text: raw, place }: TemplateText, problems = new ProblemTally()): Tag[] {
  const text = plainBraces(raw)
  const tags: Tag[] = []
  const problem = (code: TemplateProblem['code'], found: string) =>
    problems.add({ code, found: found.slice(0, 40), expected: '', place })
  let open = -1
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '{') {
      if (open >= 0) problem('unclosed', text.slice(open, at))
      open = at
    } else if (text[at] === '}' && open < 0) problem('unopened', text.slice(Math.max(0, at - 12), at + 1))
    else if (text[at] === '}') {
      const written = text.slice(open, at + 1)
      const tag = tagOf(written)
      if (typeof tag === 'string') problem(tag, written)
      else tags.push({ ...tag, written, from: open, to: at + 1, place })
      open = -1
    }
  }
  if (open >= 0) problem('unclosed', text.slice(open))
  return tags
}

function tagOf(written: string): Pick<Tag, 'sign' | 'name'> | 'empty' | 'bad-name' {
  const inside = written.slice(1, -1).trim()
  const sign = /^[#^/]/.exec(inside)?.[0] ?? ''
  const name = inside.slice(sign.length).trim()
  if (name === '') return 'empty'
  return NAME.test(name) ? { sign: sign as Tag['sign'], name } : 'bad-name'
}
