import type { Day } from '@/domain/calendar/day'
import { cleanText, squeeze } from '@/domain/roster/cell-text'
import { readEnterpriseName } from '@/domain/roster/enterprise-name'
import { readMobile } from '@/domain/roster/mobile'
import { readPeople } from '@/domain/roster/people-cell'
import { readPersonName } from '@/domain/roster/person-name'
import type { Problem, ProblemCode } from '@/domain/roster/sheet'
import { isUscc, readUscc } from '@/domain/roster/uscc'
import { readMoment } from './read-day'
import { readPassed, readScore } from './read-score'
import type { ResultCells, ResultColumn, ResultEntry, ResultUse } from './result-row'

/**
 * Understands one data row with the columns as confirmed.
 *
 * A code or mobile that cannot be read is a warning: the row can still be told by its names. A person's name, day, score or
 * verdict that cannot be read is an error, as leaving it out would let the row count for somebody or something else.
 *
 * @param options.today nothing happened after it
 * @returns every part with the problems found while reading and understanding; never throws and never guesses
 */
export function readResultEntry(
  cells: ResultCells,
  columns: readonly ResultColumn[],
  options: { today: Day },
): ResultEntry {
  const reading = new EntryReading(cells, columns)
  const person = reading.person()
  const moment = reading.moment('submitted-at')
  const day = reading.moment('day')
  const happenedOn = day?.day ?? moment?.day ?? null
  if (happenedOn !== null && happenedOn > options.today)
    reading.problem(day ? 'day' : 'submitted-at', 'day-future', happenedOn)
  return {
    number: squeeze(reading.text('number')) || null,
    submittedAt: moment ? `${moment.day} ${moment.time}` : null,
    happenedOn,
    uscc: reading.uscc(),
    enterprise: reading.enterprise(),
    person: person.name,
    mobile: reading.mobile(person.mobile),
    score: reading.score(),
    passed: reading.passed(),
    problems: reading.problems,
  }
}

class EntryReading {
  readonly problems: Problem[]

  constructor(
    private readonly row: ResultCells,
    private readonly columns: readonly ResultColumn[],
  ) {
    this.problems = [...row.problems]
  }

  text(use: ResultUse): string {
    const column = this.columns.find((one) => one.use === use)?.column
    return column === undefined ? '' : (this.row.cells[column] ?? '')
  }

  problem(use: ResultUse, code: ProblemCode, found: string, more: Partial<Problem> = {}): void {
    const column = this.columns.find((one) => one.use === use)
    const label = column ? `${column.letters} ${column.header}`.trim() : ''
    const { sheet, row } = this.row
    this.problems.push({ sheet, row, column: label, code, found: found.slice(0, 80), isWarning: false, ...more })
  }

  /** A code in the enterprise's column is taken for what it is. */
  uscc(): string | null {
    const inName = squeeze(this.text('enterprise')).toUpperCase()
    const code = readUscc(this.text('uscc'))
    if (code.ok) return code.value
    if (code.problem !== 'empty')
      this.problem('uscc', `uscc-${code.problem}`, code.found, {
        isWarning: true,
        ...(code.suggestion ? { suggestion: code.suggestion } : {}),
        ...(code.checkCharacter ? { expected: code.checkCharacter } : {}),
      })
    return code.problem === 'empty' && isUscc(inName) ? inName : null
  }

  /** Short names ('甬江厂') are kept as they are: matching needs them whole. */
  enterprise(): string | null {
    const text = cleanText(this.text('enterprise'))
    if (text === '' || isUscc(squeeze(text).toUpperCase()) || /^[-—/\\无]+$/u.test(text)) return null
    const name = readEnterpriseName(text)
    if (name !== null) return name
    const length = [...text].length
    if (length >= 2 && length < 4) return text
    this.problem('enterprise', 'name-length', text, { isWarning: true })
    return null
  }

  /** A name, also from a cell that holds the mobile or a post as well ('张示例 13900000001', '张示例（财务）'). */
  person(): { name: string | null; mobile: string | null } {
    const text = this.text('person')
    const name = readPersonName(text)
    if (name.ok) return { name: name.value, mobile: null }
    if (name.problem === 'empty') return { name: null, mobile: null }
    const { people, problems } = readPeople({ name: text, mobile: '', post: '' })
    const [only] = people
    if (only && people.length === 1 && problems.length === 0) return only
    this.problem('person', 'person-name', name.found)
    return { name: null, mobile: null }
  }

  /** @param beside the mobile in the person's cell: another one there leaves nobody to believe */
  mobile(beside: string | null): string | null {
    const mobile = readMobile(this.text('mobile'))
    if (mobile.ok && beside !== null && mobile.value !== beside) {
      this.problem('mobile', 'mobiles-and-names-differ', `${mobile.value} / ${beside}`)
      return null
    }
    if (mobile.ok) return mobile.value
    if (mobile.problem !== 'empty')
      this.problem('mobile', `mobile-${mobile.problem}`, mobile.found, { isWarning: true })
    return beside
  }

  moment(use: 'day' | 'submitted-at'): ReturnType<typeof readMoment> {
    const text = this.text(use)
    const moment = readMoment(text)
    if (!moment && cleanText(text) !== '') this.problem(use, 'day-unclear', cleanText(text))
    return moment
  }

  score(): number | null {
    const text = this.text('score')
    const score = readScore(text)
    if (score === null && cleanText(text) !== '') this.problem('score', 'score-unclear', cleanText(text))
    return score
  }

  passed(): boolean | null {
    const text = this.text('passed')
    const passed = readPassed(text)
    if (passed === null && cleanText(text) !== '') this.problem('passed', 'score-unclear', cleanText(text))
    return passed
  }
}
