import { existsSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { day, prose, slug } from './course-schema'
import { type Problem, readText, readYaml, validate } from './source-file'

const cite = z.strictObject({ doc: prose, article: prose.optional() })

/** A document or rule with the days it is in force; `until` null: no end is written. */
const timelineRow = z.strictObject({
  from: day,
  until: day.nullable(),
  title: prose,
  doc: prose,
  note: prose.optional(),
})
/** A kind of cost, the class it has for the super-deduction (null: none), and how statistics and high-tech recognition see it where that is certain. */
const cost = z.strictObject({
  id: slug,
  name: prose,
  words: z.array(prose).min(1),
  tax: prose.nullable(),
  why: prose,
  stat: prose.optional(),
  hnte: prose.optional(),
  cite,
})
const term = z.strictObject({
  term: prose,
  en: prose,
  say: prose,
  also: z.array(prose).default([]),
  lesson: z
    .string()
    .regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, 'course/lesson')
    .optional(),
})

export type DeskCost = z.infer<typeof cost>
export type DeskTerm = z.infer<typeof term>
export type DeskRow = z.infer<typeof timelineRow>
/** What the reference desk holds beside lessons. */
export type Desk = { timeline: DeskRow[]; costs: DeskCost[]; terms: DeskTerm[] }

/** Reads `content/desk`, when there is one; problems are added. A file that cannot be used is empty. */
export function loadDesk(root: string, problems: Problem[]): Desk {
  if (!existsSync(path.join(root, 'content/desk'))) return { timeline: [], costs: [], terms: [] }
  const read = <Row>(name: string, schema: z.ZodType<Row>): Row[] => {
    const file = `content/desk/${name}.yaml`
    const text = readText(root, file, problems)
    const yaml = text === null ? null : readYaml(file, text, 0, problems)
    return (yaml && (validate(z.array(schema), yaml, problems) as Row[] | null)) || []
  }
  return { timeline: read('timeline', timelineRow), costs: read('costs', cost), terms: read('glossary', term) }
}

/** Terms that point to lessons which are not there, and names that occur twice. */
export function deskProblems(
  { costs, terms, timeline }: Desk,
  courses: readonly { slug: string; lessons: readonly { slug: string }[] }[],
): Problem[] {
  const lessons = new Set(courses.flatMap((course) => course.lessons.map((lesson) => `${course.slug}/${lesson.slug}`)))
  const at = (name: string, message: string): Problem => ({ file: `content/desk/${name}.yaml`, line: 1, message })
  const twice = (name: string, ids: readonly string[]) =>
    ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => at(name, `${id} occurs twice`))
  return [
    ...terms
      .filter(({ lesson }) => lesson !== undefined && !lessons.has(lesson))
      .map(({ term: word, lesson }) => at('glossary', `${word} is explained in ${lesson}, which is not there`)),
    ...twice(
      'costs',
      costs.map(({ id }) => id),
    ),
    ...twice(
      'glossary',
      terms.map(({ term: word }) => word),
    ),
    ...timeline
      .filter(({ from, until }) => until !== null && until < from)
      .map(({ title }) => at('timeline', `${title} ends before it begins`)),
  ]
}
