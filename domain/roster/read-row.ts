import { cleanText, numberText } from './cell-text'
import { readEnterpriseName } from './enterprise-name'
import { type PeopleProblem, type PersonMention, readPeople } from './people-cell'
import type { Column, SheetHeader } from './recognise-header'
import type { Cell, Problem, ProblemCode } from './sheet'
import { readUscc } from './uscc'

/** One data row as understood, before regions, the current roster and the other rows are looked at. */
export interface ParsedRow {
  sheet: string
  row: number
  /** '' when missing or wrong; then a problem says so. */
  name: string
  uscc: string
  countyText: string
  townshipText: string
  /** null = the sheet does not say. */
  isKey: boolean | null
  industry: string | null
  head: PersonMention | null
  clerks: PersonMention[]
  problems: Problem[]
  /** Columns of the parts, for problems found later: 'C 统一社会信用代码'. */
  columns: { name: string; uscc: string; region: string; head: string; clerk: string }
}

const YES = /^(?:是|1|√|✓|✔|☑|y|yes|true|有|重点|重点企业|对|v)$/i
const NO = /^(?:否|0|×|x|n|no|false|无|非重点|非重点企业|一般|一般企业|不是|-|—)$/i

/** Gathers what one row says; every refusal becomes a problem with its column and what was found there. */
class RowReading {
  readonly problems: Problem[] = []

  constructor(
    readonly sheet: string,
    readonly row: number,
    private readonly cells: ReadonlyMap<number, Cell>,
    private readonly header: SheetHeader,
  ) {}

  column(matches: (column: Column) => boolean): Column | undefined {
    return this.header.columns.find(matches)
  }

  label(column: Column | undefined): string {
    return column ? `${column.letters} ${column.header}` : ''
  }

  /** The cell's text, numbers in plain notation; an error value counts as blank and is reported once. */
  text(column: Column | undefined): string {
    const cell = column && this.cells.get(column.column)
    if (!cell) return ''
    if (cell.kind === 'error') {
      this.problem(column, 'cell-error', cell.text)
      return ''
    }
    return cell.kind === 'number' ? numberText(cell.text).text : cell.text
  }

  isLost(column: Column | undefined): boolean {
    return column !== undefined && this.cells.get(column.column)?.kind === 'lost'
  }

  problem(
    column: Column | undefined,
    code: ProblemCode,
    found: string,
    more: Partial<Pick<Problem, 'suggestion' | 'expected' | 'isWarning'>> = {},
  ): void {
    const base = { sheet: this.sheet, row: this.row, column: this.label(column), code, found: found.slice(0, 80) }
    this.problems.push({ ...base, isWarning: false, ...more })
  }
}

/**
 * Understands one data row of a sheet whose header is known.
 *
 * @param cells of the row, vertically merged cells already filled in
 * @returns the row with every problem; never throws and never guesses what is lost
 */
export function readRow(sheet: string, row: number, cells: ReadonlyMap<number, Cell>, header: SheetHeader): ParsedRow {
  const reading = new RowReading(sheet, row, cells, header)
  const field = (name: Column['use']['field']) => reading.column(({ use }) => use.field === name)
  const county = field('county')
  const township = field('township')
  const head = readHead(reading)
  const clerks = readClerks(reading)
  const parsed: ParsedRow = {
    sheet,
    row,
    name: readName(reading, field('name')),
    uscc: readCode(reading, field('uscc')),
    countyText: cleanText(reading.text(county)),
    townshipText: cleanText(reading.text(township)),
    isKey: readKey(reading, field('key')),
    industry: cleanText(reading.text(field('industry'))).slice(0, 60) || null,
    head,
    clerks,
    problems: reading.problems,
    columns: {
      name: reading.label(field('name')),
      uscc: reading.label(field('uscc')),
      region: reading.label(township ?? county),
      head: reading.label(field('head')),
      clerk: reading.label(field('clerk')),
    },
  }
  return parsed
}

function readName(reading: RowReading, column: Column | undefined): string {
  const text = reading.text(column)
  if (cleanText(text) === '') {
    reading.problem(column, 'name-missing', '')
    return ''
  }
  const name = readEnterpriseName(text)
  if (name === null) reading.problem(column, 'name-length', cleanText(text))
  return name ?? ''
}

function readCode(reading: RowReading, column: Column | undefined): string {
  const text = reading.text(column)
  if (reading.isLost(column)) {
    reading.problem(column, 'uscc-lost', text)
    return ''
  }
  const code = readUscc(text)
  if (code.ok) return code.value
  reading.problem(column, `uscc-${code.problem}`, code.found, {
    ...(code.suggestion ? { suggestion: code.suggestion } : {}),
    ...(code.checkCharacter ? { expected: code.checkCharacter } : {}),
  })
  return ''
}

function readKey(reading: RowReading, column: Column | undefined): boolean | null {
  const text = cleanText(reading.text(column)).replace(/ /g, '')
  if (text === '') return null
  if (YES.test(text)) return true
  if (NO.test(text)) return false
  reading.problem(column, 'key-unclear', text)
  return null
}

/** The cells of one person group: name (or name with telephone), mobile, post, flag. */
function peopleOf(reading: RowReading, matches: (column: Column) => boolean): { people: PersonMention[] } {
  const part = (...parts: string[]) =>
    reading.column((column) => matches(column) && 'part' in column.use && parts.includes(column.use.part))
  const nameColumn = part('name') ?? part('contact')
  const mobileColumn = part('mobile') ?? (part('name') ? part('contact') : undefined)
  if (reading.isLost(mobileColumn)) reading.problem(mobileColumn, 'mobile-lost', reading.text(mobileColumn))
  const read = readPeople({
    name: reading.text(nameColumn),
    mobile: reading.isLost(mobileColumn) ? '' : reading.text(mobileColumn),
    post: reading.text(part('post')),
    flag: flagText(reading, part('flag')),
  })
  for (const { code, found, part: at } of read.problems)
    reading.problem(at === 'mobile' ? (mobileColumn ?? nameColumn) : nameColumn, code, found, {
      isWarning: isOnlyWarning(code),
    })
  return read
}

/** '是' under '是否代账' means what the header says. */
function flagText(reading: RowReading, column: Column | undefined): string {
  const text = cleanText(reading.text(column))
  return YES.test(text) && column ? column.header : NO.test(text) ? '' : text
}

function isOnlyWarning(code: PeopleProblem): boolean {
  return code === 'mobile-landline'
}

function readHead(reading: RowReading): PersonMention | null {
  const { people } = peopleOf(reading, ({ use }) => use.field === 'head')
  const column = reading.column(({ use }) => use.field === 'head')
  const [head, ...others] = people
  if (others.length > 0) reading.problem(column, 'several-heads', people.map((person) => person.name).join('、'))
  if (!head) return null
  return head.delegation === 'BOOKKEEPING_AGENCY' ? { ...head, delegation: 'DELEGATED_HEAD' } : head
}

function readClerks(reading: RowReading): PersonMention[] {
  const groups = new Set(reading.column(({ use }) => use.field === 'clerk') ? clerkGroups(reading) : [])
  const clerks: PersonMention[] = []
  for (const group of groups) {
    const { people } = peopleOf(reading, ({ use }) => use.field === 'clerk' && use.group === group)
    for (const person of people) {
      const isTwice = clerks.some(
        (other) => other.name === person.name && (other.mobile ?? '') === (person.mobile ?? ''),
      )
      if (!isTwice) clerks.push(person.delegation === 'DELEGATED_HEAD' ? { ...person, delegation: null } : person)
    }
  }
  return clerks
}

function clerkGroups(reading: RowReading): number[] {
  const groups: number[] = []
  reading.column(({ use }) => {
    if (use.field === 'clerk' && !groups.includes(use.group)) groups.push(use.group)
    return false
  })
  return groups.sort((a, b) => a - b)
}
