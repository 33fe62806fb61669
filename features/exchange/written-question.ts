import { z } from 'zod'
import { slug } from '@/server/content/course-schema'
import { type Question, questionSchema } from '@/server/content/question-schema'

/** The material that the parts of a case share, and which part of how many this is, counted from 1. */
export type Group = { id: string; material: string; part: number; parts: number }

/** A question as its author wrote it (texts are MDX), with the case it belongs to. */
export type WrittenQuestion = { question: Question; group: Group | null }

/** Something a format could not carry, or a reader had to leave out: where it stands in the file, and what. */
export type Note = { where: string; what: string }

/** What was read. With `problems` there is nothing else: malformed input gives nothing half. */
export type Exchanged = { questions: WrittenQuestion[]; notes: Note[]; problems: Note[] }

/** What was written, and what the format cannot carry. */
export type Written = { bytes: Buffer; notes: Note[] }

/** What questions from elsewhere do not say and the importer says for all of them. */
export type Defaults = { concept: string; fact: string; doc: string; difficulty: number }

const group = z.strictObject({ id: slug, material: z.string(), part: z.int(), parts: z.int() })

/** The whole of a question as our own exports keep it beside what the format shows, so that nothing is lost on the way back. */
const kept = z.strictObject({ v: z.literal(1), question: questionSchema, group: group.nullable() })

/** Writes what `readKept` reads. One line of JSON. */
export function keptText({ question, group: its }: WrittenQuestion): string {
  return JSON.stringify({ v: 1, question, group: its })
}

/** What an export of ours kept; null for anything else, changed by hand included. */
export function readKept(text: string): WrittenQuestion | null {
  try {
    const { question, group: its } = kept.parse(JSON.parse(text))
    return { question, group: its }
  } catch {
    return null
  }
}
