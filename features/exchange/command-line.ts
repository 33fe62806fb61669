import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { bankYaml } from './bank-yaml'
import { FORMATS, type Format, readQuestions, writeQuestions } from './formats'
import { bankQuestions } from './queries/bank-questions'
import type { Note } from './written-question'

const USAGE = `npm run bank -- export --course <slug> --format ${FORMATS.join('|')} --out <file>
npm run bank -- import --in <file> --out <bank.yaml> [--course <slug>] [--concept <id>] [--fact <id>] [--doc <文号>] [--difficulty 1|2|3]`

/**
 * Questions in and out on the command line. What cannot be carried goes to stderr; malformed input writes nothing.
 *
 * @returns the exit code: 0, 1 for problems in the file, 64 for a wrong call
 */
export async function commandLine(args: string[]): Promise<number> {
  const { positionals, values } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      course: { type: 'string' },
      format: { type: 'string' },
      in: { type: 'string' },
      out: { type: 'string' },
      concept: { type: 'string', default: 'concept' },
      fact: { type: 'string', default: '0' },
      doc: { type: 'string', default: '待补' },
      difficulty: { type: 'string', default: '2' },
    },
  })
  const [task] = positionals
  const format = FORMATS.find((one) => one === values.format)
  if (task === 'export' && values.course && format && values.out) return exportTo(values.course, format, values.out)
  if (task === 'import' && values.in && values.out) {
    const { concept, fact, doc, difficulty } = values
    return importFrom(values.in, values.out, values.course ?? null, {
      concept,
      fact,
      doc,
      difficulty: Number(difficulty) || 2,
    })
  }
  console.error(USAGE)
  return 64
}

async function exportTo(course: string, format: Format, file: string): Promise<number> {
  const questions = bankQuestions(process.cwd(), course)
  if (!questions) return failed(`There is no course ${course}, or its files have problems: npm run content:check`)
  try {
    const { bytes, notes } = await writeQuestions(format, questions)
    writeFileSync(file, bytes)
    tell(notes)
    console.log(`${questions.length} questions of ${course} → ${file} (${format}); ${notes.length} notes`)
    return 0
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return failed(error.message)
  }
}

async function importFrom(
  file: string,
  out: string,
  course: string | null,
  defaults: Parameters<typeof readQuestions>[1],
): Promise<number> {
  const { questions, notes, problems } = await readQuestions(readFileSync(file), defaults)
  tell(notes)
  if (problems.length > 0) {
    tell(problems)
    return failed(`${problems.length} problems; nothing was written`)
  }
  writeFileSync(out, bankYaml(course, questions))
  console.log(`${questions.length} questions of ${file} → ${out}; ${notes.length} notes`)
  return 0
}

function tell(notes: readonly Note[]): void {
  for (const { where, what } of notes) console.error(`${where}: ${what}`)
}

function failed(reason: string): number {
  console.error(reason)
  return 1
}
