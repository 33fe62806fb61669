import { compileMdx, type ContentLabels, selfCheckMark } from './compile-mdx'
import { compileQuestions } from './compile-question'
import type { CompiledCourse, CompiledLesson, CompiledQuestion } from './compiled'
import type { LessonMeta } from './course-schema'
import type { CourseSource, Prose } from './load-course'
import { type SelfCheckLabels, selfCheckHtml } from './self-check-html'
import type { Problem } from './source-file'

export type CompileLabels = ContentLabels & { selfCheck: SelfCheckLabels }

/** Compiles a valid course; what cannot be compiled is added to `problems`, and the result must then not be used. */
export async function compileCourse(
  source: CourseSource,
  labels: CompileLabels,
  problems: Problem[],
): Promise<CompiledCourse> {
  const checks = await compileQuestions(source.checks, labels, problems)
  const bank = await compileQuestions(source.bank, labels, problems)
  const lessons: CompiledLesson[] = []
  for (const lesson of source.lessons) {
    lessons.push(await compileLesson(lesson, source.course.meta.slug, checks, labels, problems))
  }
  reportUnused(source, lessons, problems)
  const digest = []
  for (const { slug, prose } of source.cards) {
    digest.push({ slug, title: prose.meta.title, html: await proseHtml(prose, labels, problems) })
  }
  const html = await proseHtml(source.course, labels, problems)
  return { ...source.course.meta, html, lessons, digest, checks, bank }
}

/** The prose of a file as HTML; empty when it cannot be compiled, which is a problem. */
export async function proseHtml(prose: Prose<unknown>, labels: ContentLabels, problems: Problem[]): Promise<string> {
  const { file, firstLine } = prose.source
  return (await compileMdx(prose.source.prose, { file, line: firstLine }, labels, problems))?.html ?? ''
}

async function compileLesson(
  lesson: Prose<LessonMeta>,
  course: string,
  checks: readonly CompiledQuestion[],
  labels: CompileLabels,
  problems: Problem[],
): Promise<CompiledLesson> {
  const { file, firstLine } = lesson.source
  const before = problems.length
  const compiled = await compileMdx(lesson.source.prose, { file, line: firstLine }, labels, problems)
  const selfChecks = compiled?.selfChecks ?? []
  if (selfChecks.length === 0 && problems.length === before) {
    problems.push({
      file,
      line: firstLine,
      message: 'a lesson needs at least one <SelfCheck>, or nobody can complete it',
    })
  }
  let html = compiled?.html ?? ''
  for (const id of selfChecks) {
    const question = checks.find((one) => one.id === id)
    if (!question) {
      const line = firstLine + lesson.source.prose.split('\n').findIndex((text) => text.includes(`"${id}"`))
      problems.push({ file, line, message: `there is no self-check ${id} in checks.yaml` })
      continue
    }
    const action = `/learn/courses/${course}/${lesson.meta.slug}/check`
    html = html.replace(selfCheckMark(id), () => selfCheckHtml(question, action, labels.selfCheck))
  }
  return { ...lesson.meta, html, headings: compiled?.headings ?? [], selfChecks }
}

/** A self-check belongs into exactly one lesson: progress is counted by its id. */
function reportUnused(source: CourseSource, lessons: readonly CompiledLesson[], problems: Problem[]): void {
  const uses = lessons.flatMap((lesson) => lesson.selfChecks)
  for (const { question, file, lineOf } of source.checks) {
    const count = uses.filter((id) => id === question.id).length
    if (count !== 1)
      problems.push({
        file,
        line: lineOf(['id']),
        message: `${question.id} is used ${count} times in lessons, not once`,
      })
  }
}
