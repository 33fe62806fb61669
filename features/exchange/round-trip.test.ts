import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import Excel from 'exceljs'
import JSZip from 'jszip'
import { describe, expect, it } from 'vitest'
import { foldersIn, loadCourse } from '@/server/content/load-course'
import { bankYaml } from './bank-yaml'
import { FORMATS as FORMATS_OUT, writeQuestions } from './formats'
import { readGift } from './formats/gift-read'
import { writeGift } from './formats/gift-write'
import { readMoodle } from './formats/moodle-read'
import { writeMoodle } from './formats/moodle-write'
import { readQti } from './formats/qti-read'
import { writeQti } from './formats/qti-write'
import { HEADERS } from './formats/sheet-columns'
import { readSheet } from './formats/sheet-read'
import { writeSheet } from './formats/sheet-write'
import { inChinese } from './note-words'
import { bankQuestions } from './queries/bank-questions'
import { type ShownQuestion, shownOf } from './shown-question'
import type { Defaults, Exchanged, Written, WrittenQuestion } from './written-question'

const DEFAULTS: Defaults = { concept: 'somewhere', fact: '0', doc: '示例文件', difficulty: 2 }

/** Every question of every bank and of the self-checks, as their authors wrote them. */
function banks(): [string, WrittenQuestion[]][] {
  return foldersIn(process.cwd(), 'courses').map((folder) => {
    const source = loadCourse(process.cwd(), folder, [])
    const placed = [...(source?.bank ?? []), ...(source?.checks ?? [])]
    return [
      folder,
      placed.map(({ question, group }) => ({
        question,
        group: group && { id: group.id, material: group.material, part: group.part, parts: group.parts },
      })),
    ]
  })
}

type Format = {
  /** The file as a program that knows nothing of us would write it again: without what our export keeps beside. */
  forgetful(bytes: Buffer): Buffer | Promise<Buffer>
  /** What the format shows, where it is less than everything. */
  shows(shown: ShownQuestion): ShownQuestion
  write(questions: readonly WrittenQuestion[]): Written | Promise<Written>
  read(bytes: Buffer): Exchanged | Promise<Exchanged>
}
const FORMATS: Record<string, Format> = {
  GIFT: {
    write: writeGift,
    read: (bytes) => readGift(bytes.toString(), DEFAULTS),
    forgetful: (bytes) => Buffer.from(bytes.toString().replace(/^\/\/ zhixing \{.*$/gm, '')),
    shows: (shown) => (shown.kind === 'numeric' ? { ...shown, unit: null } : shown),
  },
  'Moodle XML': {
    write: writeMoodle,
    read: (bytes) => readMoodle(bytes.toString(), DEFAULTS),
    forgetful: (bytes) => Buffer.from(bytes.toString().replace(/<zhixing>\{[^<]*<\/zhixing>/g, '')),
    shows: (shown) => shown,
  },
  'question sheet': {
    write: writeSheet,
    read: (bytes) => readSheet(bytes, DEFAULTS),
    forgetful: withoutLastColumn,
    shows: (shown) => shown,
  },
  'QTI 3.0': {
    write: writeQti,
    read: (bytes) => readQti(bytes, DEFAULTS),
    forgetful: async (bytes) => {
      const zip = await JSZip.loadAsync(bytes)
      for (const name of Object.keys(zip.files).filter((one) => one.startsWith('items/') && one.endsWith('.xml')))
        zip.file(name, (await zip.file(name)?.async('string'))?.replace(/ data-zhixing="[^"]*"/, '') ?? '')
      return zip.generateAsync({ type: 'nodebuffer' })
    },
    shows: (shown) => shown,
  },
}

/** The sheet with its last column emptied, as a program that copies what it knows would. */
async function withoutLastColumn(bytes: Buffer): Promise<Buffer> {
  const book = new Excel.Workbook()
  await book.xlsx.load(bytes as unknown as ArrayBuffer)
  const [sheet] = book.worksheets
  sheet?.eachRow((row, number) => {
    if (number > 1) row.getCell(HEADERS.length).value = null
  })
  return Buffer.from(await book.xlsx.writeBuffer())
}

describe.each(Object.entries(FORMATS))('%s', (_, { write, read, forgetful, shows }) => {
  it.each(banks())('brings every question of %s back to the letter', async (_folder, questions) => {
    const { bytes } = await write(questions)
    const back = await read(bytes)
    expect(back.problems).toEqual([])
    expect(back.questions).toEqual(questions)
  })

  it.each(banks())(
    'shows of %s all that it can show, to programs that keep nothing of ours',
    async (_folder, questions) => {
      const { bytes } = await write(questions)
      const back = await read(await forgetful(bytes))
      expect(back.problems).toEqual([])
      expect(back.questions.map(({ question }) => shownOf(question))).toEqual(
        questions.map(({ question }) => shows(shownOf(question))),
      )
    },
  )
})

describe('what is said about banks', () => {
  it.each(FORMATS_OUT)('has Chinese words for everything that %s says', async (format) => {
    for (const [, questions] of banks()) {
      const { notes } = await writeQuestions(format, questions)
      expect(notes.map(({ what }) => inChinese(what)).filter((words) => words.startsWith('格式有误'))).toEqual([])
    }
  })
})

describe('the file of a bank', () => {
  it.each(foldersIn(process.cwd(), 'courses'))('of %s says the same after it was written again', (folder) => {
    const questions = bankQuestions(process.cwd(), folder) ?? []
    expect(questions.length).toBeGreaterThan(0)
    const root = mkdtempSync(path.join(tmpdir(), 'zhixing-bank-'))
    try {
      cpSync(path.join(process.cwd(), 'content'), path.join(root, 'content'), { recursive: true })
      writeFileSync(path.join(root, 'content/courses', folder, 'bank.yaml'), bankYaml(folder, questions))
      expect(bankQuestions(root, folder)).toEqual(questions)
    } finally {
      rmSync(root, { recursive: true, force: true })
    }
  })
})
