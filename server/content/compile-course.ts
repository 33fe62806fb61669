import type { AnswerKey } from '@/domain/exams/grade'
import type { CompiledCourse, CompiledLesson, CompiledQuestion } from './compiled'
import { compileInline, compileMdx, type ContentLabels, selfCheckMark } from './compile-mdx'
import type { LessonMeta } from './course-schema'
import type { CourseSource, Placed, Prose } from './load-course'
import type { Question } from './question-schema'
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

async function compileQuestions(
  placed: readonly Placed[],
  labels: ContentLabels,
  problems: Problem[],
): Promise<CompiledQuestion[]> {
  const compiled: CompiledQuestion[] = []
  for (const one of placed) compiled.push(await compileQuestion(one, labels, problems))
  return compiled
}

async function compileQuestion(placed: Placed, labels: ContentLabels, problems: Problem[]): Promise<CompiledQuestion> {
  const { question, file, lineOf } = placed
  const inline = (text: string, keys: PropertyKey[]) =>
    compileInline(text, { file, line: lineOf(keys) }, labels, problems)
  const options: CompiledQuestion['options'] = []
  const written = 'options' in question ? question.options : []
  for (const [index, option] of written.entries()) {
    options.push({
      id: option.id,
      text: await inline(option.text, ['options', index, 'text']),
      because: await inline(option.because, ['options', index, 'because']),
    })
  }
  return {
    id: question.id,
    kind: question.kind,
    concept: question.concept,
    fact: question.fact,
    difficulty: question.difficulty,
    prompt: await inline(question.prompt, ['prompt']),
    unit: question.kind === 'numeric' ? (question.unit ?? null) : null,
    options,
    key: keyOf(question),
    because: question.because ? await inline(question.because, ['because']) : null,
    cite: question.cite,
  }
}

function keyOf(question: Question): AnswerKey {
  switch (question.kind) {
    case 'single':
      return { kind: 'single', correct: question.options.find((option) => option.correct)?.id ?? '' }
    case 'multiple':
      return {
        kind: 'multiple',
        correct: question.options.filter((option) => option.correct).map((option) => option.id),
      }
    case 'truefalse':
      return { kind: 'truefalse', correct: question.answer }
    case 'numeric':
      return { kind: 'numeric', correct: question.answer, tolerance: question.tolerance ?? '0' }
  }
}
