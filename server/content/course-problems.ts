import { blueprintProblems } from './blueprint-problems'
import type { CourseSource, Placed } from './load-course'
import type { Problem } from './source-file'

const MAXIMUM_AGE_DAYS = 365

/** How the parts of one course fit together. `today` is a Shanghai day; what was checked over a year before is a problem. */
export function courseProblems(source: CourseSource, today: string): Problem[] {
  return [
    ...structureProblems(source),
    ...blueprintProblems(source),
    ...conceptProblems(source),
    ...questionProblems(source),
    ...ageProblems(source, today),
  ]
}

function structureProblems({ folder, course, lessons }: CourseSource): Problem[] {
  const { meta, source } = course
  const at = (key: string, message: string) => ({ file: source.file, line: source.frontmatter.lineOf([key]), message })
  const problems: Problem[] = []
  if (meta.slug !== folder) problems.push(at('slug', `the slug must be the folder's name, ${folder}`))
  if (new Set(meta.order).size !== meta.order.length) problems.push(at('order', 'a lesson is listed twice'))
  if (meta.audience.includes('head') && !meta.digest) problems.push(at('digest', 'a course for heads needs a digest'))
  for (const lesson of lessons) {
    const slug = lesson.source.file.split('/').at(-1)?.replace('.mdx', '')
    if (lesson.meta.slug !== slug) {
      problems.push({
        file: lesson.source.file,
        line: lesson.source.frontmatter.lineOf(['slug']),
        message: `the slug must be the file's name, ${slug}`,
      })
    }
  }
  return problems
}

function conceptProblems({ course, lessons, checks, bank }: CourseSource): Problem[] {
  const problems: Problem[] = []
  const concepts = new Map(course.meta.concepts.map((concept) => [concept.id, concept]))
  const { frontmatter, file } = course.source
  course.meta.concepts.forEach((concept, index) => {
    if (!course.meta.order.includes(concept.lesson)) {
      problems.push({
        file,
        line: frontmatter.lineOf(['concepts', index]),
        message: `concept ${concept.id}: there is no lesson ${concept.lesson}`,
      })
    }
  })
  if (concepts.size !== course.meta.concepts.length) {
    problems.push({ file, line: frontmatter.lineOf(['concepts']), message: 'a concept id is used twice' })
  }
  for (const { meta, source } of lessons) {
    for (const id of meta.concepts.filter((one) => !concepts.has(one))) {
      problems.push({
        file: source.file,
        line: source.frontmatter.lineOf(['concepts']),
        message: `the concept ${id} is not in course.mdx`,
      })
    }
  }
  const taught = new Set(lessons.flatMap((lesson) => lesson.meta.concepts))
  for (const placed of [...checks, ...bank].filter(({ question }) => !taught.has(question.concept))) {
    problems.push(atQuestion(placed, 'concept', `no lesson teaches the concept ${placed.question.concept}`))
  }
  return problems
}

function questionProblems({ checks, bank }: CourseSource): Problem[] {
  const problems: Problem[] = []
  const ids = new Set<string>()
  const prompts = new Set<string>()
  for (const placed of [...checks, ...bank]) {
    const { id, prompt } = placed.question
    const words = prompt.replace(/[\s，。；：、？！“”（）()?,.:;!*]/g, '')
    if (ids.has(id)) problems.push(atQuestion(placed, 'id', `the id ${id} is used twice in this course`))
    if (prompts.has(words))
      problems.push(atQuestion(placed, 'prompt', 'the same question stands elsewhere in this course'))
    if (JSON.stringify(placed.question).includes('"待补"'))
      problems.push(atQuestion(placed, 'id', `${id}: 待补 stands where something is to be written`))
    ids.add(id)
    prompts.add(words)
  }
  return problems
}

function ageProblems({ course }: CourseSource, today: string): Problem[] {
  const { meta, source } = course
  const oldest = new Date(Date.parse(today) - MAXIMUM_AGE_DAYS * 86_400_000).toISOString().slice(0, 10)
  if (meta.checkedOn >= oldest) return []
  const message = `checked on ${meta.checkedOn}: more than a year ago`
  return [{ file: source.file, line: source.frontmatter.lineOf(['checkedOn']), message }]
}

function atQuestion({ file, lineOf }: Placed, key: string, message: string): Problem {
  return { file, line: lineOf([key]), message }
}
