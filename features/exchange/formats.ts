import { decodeText } from '@/server/files/decode-text'
import { questionSchema } from '@/server/content/question-schema'
import type { Defaults, Exchanged, Note, Written, WrittenQuestion } from './written-question'
import { readGift } from './formats/gift-read'
import { writeGift } from './formats/gift-write'
import { readMoodle } from './formats/moodle-read'
import { writeMoodle } from './formats/moodle-write'
import { readQti } from './formats/qti-read'
import { writeQti } from './formats/qti-write'
import { writeQuestionnaire } from './formats/questionnaire-write'
import { readSheet } from './formats/sheet-read'
import { writeSheet } from './formats/sheet-write'

/** What questions come and go in. Text for questionnaire services goes out only. */
export const FORMATS = ['gift', 'moodle', 'qti', 'sheet', 'questionnaire'] as const
export type Format = (typeof FORMATS)[number]

export const ENDINGS: Record<Format, string> = {
  gift: 'gift.txt',
  moodle: 'xml',
  qti: 'zip',
  sheet: 'xlsx',
  questionnaire: 'txt',
}

/** Larger files are refused before they are looked at. */
export const MOST_BYTES = 10 * 1024 * 1024

/** Writes questions in a format. @throws RangeError where the format holds fewer questions */
export async function writeQuestions(format: Format, questions: readonly WrittenQuestion[]): Promise<Written> {
  switch (format) {
    case 'gift':
      return writeGift(questions)
    case 'moodle':
      return writeMoodle(questions)
    case 'qti':
      return writeQti(questions)
    case 'sheet':
      return writeSheet(questions)
    case 'questionnaire':
      return writeQuestionnaire(questions)
  }
}

/**
 * Reads a file whatever of the four formats it is in, found by its content, and checks every question as the content check does.
 * Never throws for what a file may hold.
 */
export async function readQuestions(bytes: Buffer, defaults: Defaults): Promise<Exchanged> {
  return checked(await readAny(bytes, defaults))
}

/** Questions that a bank would not take are problems; ids that occur twice get a number. */
function checked({ questions, notes, problems }: Exchanged): Exchanged {
  const ids = new Set<string>()
  const found: Note[] = [...problems]
  const own = questions.map(({ question, group }) => {
    const parsed = questionSchema.safeParse(question)
    for (const { path, message } of parsed.error?.issues ?? [])
      found.push({ where: question.id, what: `${path.join('.')}: ${message}` })
    let id = question.id
    for (let number = 2; ids.has(id); number++) id = `${question.id}-${number}`
    if (id !== question.id) notes.push({ where: question.id, what: `the id occurs twice; this one becomes ${id}` })
    ids.add(id)
    return { question: { ...question, id }, group }
  })
  return found.length > 0 ? { questions: [], notes, problems: found } : { questions: own, notes, problems: [] }
}

async function readAny(bytes: Buffer, defaults: Defaults): Promise<Exchanged> {
  const refused = (what: string): Exchanged => ({ questions: [], notes: [], problems: [{ where: 'the file', what }] })
  if (bytes.length > MOST_BYTES) return refused('larger than 10 MB')
  if (bytes.subarray(0, 2).toString('latin1') === 'PK') {
    // The names of a package's parts stand in it as they are.
    const isWorkbook = bytes.includes('xl/workbook.xml')
    return isWorkbook ? readSheet(bytes, defaults) : readQti(bytes, defaults)
  }
  const text = decodeText(bytes).replace(/^\uFEFF/, '')
  if (text.trim() === '') return refused('empty')
  if (text.includes('\u0000')) return refused('no text')
  if (!text.trimStart().startsWith('<')) return readGift(text, defaults)
  return /<(?:\w+:)?qti-assessment-item\b/.test(text)
    ? readQti(Buffer.from(text), defaults)
    : readMoodle(text, defaults)
}
