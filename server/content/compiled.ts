import type { AnswerKey } from '@/domain/exams/grade'
import type { CourseMeta } from './course-schema'
import type { LabMeta, LabTexts } from './lab-schema'

/** A question ready for use: texts are HTML. Carries the key: never hand it to a page of an open attempt. */
export type CompiledQuestion = {
  id: string
  kind: AnswerKey['kind']
  concept: string
  fact: string
  difficulty: number
  prompt: string
  unit: string | null
  options: { id: string; text: string; because: string }[]
  key: AnswerKey
  because: string | null
  cite: { doc: string; article?: string }
}

/** A lesson as one HTML string. Self-check forms are inside; marks show where answers of the reader belong. */
export type CompiledLesson = {
  slug: string
  title: string
  minutes: number
  concepts: string[]
  html: string
  headings: { id: string; text: string }[]
  selfChecks: string[]
}

/** A course ready for use, keys included: for the server only. */
export type CompiledCourse = Omit<CourseMeta, 'digest'> & {
  html: string
  lessons: CompiledLesson[]
  digest: { slug: string; title: string; html: string }[]
  checks: CompiledQuestion[]
  bank: CompiledQuestion[]
}

/** A lab's description and words; what it generates and grades lives in `domain/labs`. `paths` tell: never to an open certifying run. */
export type CompiledLab = LabMeta & { html: string; texts: LabTexts }

/** Everything `npm run content:build` writes. */
export type Catalog = { courses: CompiledCourse[]; labs: CompiledLab[] }
