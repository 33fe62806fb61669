import { readdirSync } from 'node:fs'
import path from 'node:path'
import type { z } from 'zod'
import { type CourseMeta, cardSchema, courseSchema, type LessonMeta, lessonSchema } from './course-schema'
import { caseSchema, type Question, questionFileSchema, questionSchema } from './question-schema'
import { type MdxSource, type Problem, readMdx, readText, readYaml, validate, type Yaml } from './source-file'

/** A prose file with valid frontmatter. */
export type Prose<M> = { meta: M; source: MdxSource }

/** A question with the place it was written at. */
export type Placed = {
  question: Question
  file: string
  lineOf(keys: readonly PropertyKey[]): number
  /** For a part of a case: the case with its material, and which part of how many this is, counted from 1. */
  group: { id: string; material: string; part: number; parts: number; line: number } | null
}

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
  for (const { group, file } of checks)
    if (group?.part === 1) problems.push({ file, line: group.line, message: 'a case stands in bank.yaml only' })
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

function placed(yaml: Yaml, raw: { kind?: unknown }, index: number, problems: Problem[]): Placed[] {
  const keys = ['questions', index]
  if (raw.kind === 'case') return partsOf(yaml, raw, keys, problems)
  const question = validate(questionSchema, yaml, problems, { value: raw, keys })
  return question ? [at(yaml, question, keys, null)] : []
}

/** A case as its parts, each with the shared material; parts that cannot be read are problems like any question. */
function partsOf(yaml: Yaml, raw: unknown, keys: PropertyKey[], problems: Problem[]): Placed[] {
  const shared = validate(caseSchema, yaml, problems, { value: raw, keys })
  if (!shared) return []
  const { id, material, parts } = shared
  const line = yaml.lineOf([...keys, 'material'])
  return parts.flatMap((part, index) => {
    const partKeys = [...keys, 'parts', index]
    const question = validate(questionSchema, yaml, problems, { value: part, keys: partKeys })
    return question ? [at(yaml, question, partKeys, { id, material, part: index + 1, parts: parts.length, line })] : []
  })
}

function at(yaml: Yaml, question: Question, keys: PropertyKey[], group: Placed['group']): Placed {
  return { question, file: yaml.file, lineOf: (inner) => yaml.lineOf([...keys, ...inner]), group }
}
