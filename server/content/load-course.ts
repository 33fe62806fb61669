import { readdirSync } from 'node:fs'
import path from 'node:path'
import type { z } from 'zod'
import { type CourseMeta, cardSchema, courseSchema, type LessonMeta, lessonSchema } from './course-schema'
import { type Question, questionFileSchema, questionSchema } from './question-schema'
import { type MdxSource, type Problem, readMdx, readText, readYaml, validate, type Yaml } from './source-file'

/** A prose file with valid frontmatter. */
export type Prose<M> = { meta: M; source: MdxSource }

/** A question with the place it was written at. */
export type Placed = { question: Question; file: string; lineOf(keys: readonly PropertyKey[]): number }

/** A course as its authors wrote it: every part valid in itself; `courseProblems` looks at how they fit together. */
export type CourseSource = {
  folder: string
  course: Prose<CourseMeta>
  lessons: Prose<LessonMeta>[]
  cards: { slug: string; prose: Prose<{ title: string }> }[]
  checks: Placed[]
  bank: Placed[]
}

/**
 * Reads `content/courses/<folder>`; problems of single files are added to `problems`.
 *
 * @param root the repository's folder
 * @returns null when `course.mdx` itself is unusable; otherwise what could be read
 */
export function loadCourse(root: string, folder: string, problems: Problem[]): CourseSource | null {
  const base = path.posix.join('content/courses', folder)
  const course = prose(root, `${base}/course.mdx`, courseSchema, problems)
  if (!course) return null
  const lessons = course.meta.order
    .map((slug) => prose(root, `${base}/lessons/${slug}.mdx`, lessonSchema, problems))
    .filter((lesson) => lesson !== null)
  const cards = (course.meta.digest ?? []).flatMap((slug) => {
    const card = prose(root, `${base}/digest/${slug}.mdx`, cardSchema, problems)
    return card ? [{ slug, prose: card }] : []
  })
  const checks = questions(root, `${base}/checks.yaml`, problems)
  const bank = questions(root, `${base}/bank.yaml`, problems)
  return { folder, course, lessons, cards, checks, bank }
}

/** The folders below `content/courses` or `content/labs`, sorted; none when there is no such folder yet. */
export function foldersIn(root: string, kind: 'courses' | 'labs'): string[] {
  try {
    return readdirSync(path.join(root, 'content', kind), { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
      .map((entry) => entry.name)
      .sort()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

/** Reads one prose file and validates its frontmatter. */
export function prose<S extends z.ZodType>(
  root: string,
  file: string,
  schema: S,
  problems: Problem[],
): Prose<z.infer<S>> | null {
  const source = readMdx(root, file, problems)
  if (!source) return null
  const meta = validate(schema, source.frontmatter, problems)
  return meta === null ? null : { meta, source }
}

function questions(root: string, file: string, problems: Problem[]): Placed[] {
  const text = readText(root, file, problems)
  const yaml = text === null ? null : readYaml(file, text, 0, problems)
  const content = yaml && validate(questionFileSchema, yaml, problems)
  if (!yaml || !content) return []
  return content.questions.flatMap((raw, index) => placed(yaml, raw, index, problems))
}

function placed(yaml: Yaml, raw: unknown, index: number, problems: Problem[]): Placed[] {
  const keys = ['questions', index]
  const question = validate(questionSchema, yaml, problems, { value: raw, keys })
  return question ? [{ question, file: yaml.file, lineOf: (inner) => yaml.lineOf([...keys, ...inner]) }] : []
}
