import MiniSearch from 'minisearch'
import type { Catalog } from './compiled'
import { plainText } from './plain-text'
import { otherWords, searchTokens } from './search-tokens'

export type FoundKind = 'lesson' | 'card' | 'term' | 'cost' | 'timeline' | 'lab' | 'worksheet'
/** A place of the content with its words; `beneath` says where it stands. */
export type Searchable = { id: string; kind: FoundKind; title: string; beneath: string; text: string; href: string }

const OPTIONS = {
  fields: ['title', 'also', 'text', 'more'],
  storeFields: ['kind', 'title', 'beneath', 'text', 'href'],
  tokenize: searchTokens,
  processTerm: (term: string) => term,
}

/** Everything that the reference desk can find. Questions and keys are no part of it. */
export function searchables({ courses, labs, desk }: Catalog): (Searchable & { also: string })[] {
  return [
    ...courses.flatMap((course) => [
      ...course.lessons.map((lesson) => ({
        ...{ id: `lesson:${course.slug}/${lesson.slug}`, kind: 'lesson' as const, title: lesson.title },
        beneath: course.title,
        also: course.concepts
          .filter((one) => one.lesson === lesson.slug)
          .map(({ title }) => title)
          .join(' '),
        text: plainText(withoutSelfChecks(lesson.html).replace(/<[^>]*>/g, ' ')).replace(/\s+/g, ' '),
        href: `/learn/courses/${course.slug}/${lesson.slug}`,
      })),
    ]),
    ...desk.terms.map(({ term, en, say, also, lesson }) => ({
      ...{ id: `term:${term}`, kind: 'term' as const, title: term, beneath: en, also: also.join(' '), text: say },
      href: lesson ? `/learn/courses/${lesson}` : '/desk/glossary',
    })),
    ...desk.costs.map(({ id, name, words, tax, why, cite }) => ({
      ...{ id: `cost:${id}`, kind: 'cost' as const, title: name, beneath: tax ?? '不能加计', also: words.join(' ') },
      text: `${why} ${cite.doc}`,
      href: `/desk/costs?search=${encodeURIComponent(name)}`,
    })),
    ...desk.timeline.map(({ from, title, doc }, index) => ({
      ...{ id: `timeline:${index}`, kind: 'timeline' as const, title, beneath: `${from} ${doc}`, also: doc, text: doc },
      href: '/desk/timeline',
    })),
    ...labs.map((lab) => ({
      ...{ id: `lab:${lab.slug}`, kind: 'lab' as const, title: lab.title, beneath: '', text: lab.summary },
      also: lab.concepts.map(({ title }) => title).join(' '),
      href: `/learn/labs/${lab.slug}`,
    })),
  ]
}

/** Options and feedback of self-checks would be found without their question. */
function withoutSelfChecks(html: string): string {
  return html.replace(/<form[\s\S]*?<\/form>/g, ' ')
}

/** The index as JSON, written once by the content build. */
export function searchIndex(catalog: Catalog): string {
  const index = new MiniSearch(OPTIONS)
  index.addAll(
    searchables(catalog).map((one) => ({
      ...one,
      also: `${one.also} ${otherWords(`${one.title} ${one.also}`)}`,
      more: otherWords(one.text),
    })),
  )
  return JSON.stringify(index)
}

/** An index as it was written. */
export function readIndex(json: string): MiniSearch {
  return MiniSearch.loadJSON(json, OPTIONS)
}
