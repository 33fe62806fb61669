import type { Desk } from './desk'
import type { AnswerKey } from '@/domain/exams/answer-key'
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
  /** What is chosen, put in order or matched. Ids of ordering and matching tell nothing of the right answer. */
  options: { id: string; text: string; because: string | null }[]
  /** Matching: what the options are matched with. */
  targets: { id: string; text: string }[]
  key: AnswerKey
  because: string | null
  cite: { doc: string; article?: string }
  /** For a part of a case: the case, its material as HTML, and which part of how many this is, counted from 1. */
  group: { id: string; material: string; part: number; parts: number } | null
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
export type Catalog = { courses: CompiledCourse[]; labs: CompiledLab[]; desk: Desk }
