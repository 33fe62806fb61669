import { columnOfLetters } from '@/domain/roster/cell-text'
import type { Cell, SheetRow } from '@/domain/roster/sheet'
import type { XmlListener } from './parse-xml'

interface SheetStrings {
  strings: readonly string[]
  dateStyles: readonly boolean[]
  is1904: boolean
}

const MAX_COLUMNS = 256
const MAX_CELL = 4000

/** A worksheet has no more rows; a number beyond is no address and could not be stored. */
const LAST_ROW = 1_048_576

/**
 * Turns the events of one worksheet part into rows. A row or cell without an address stands after the one before it.
 * Only rows with a value are kept, until `take` hands them over.
 */
export class SheetListener implements XmlListener {
  private ready: SheetRow[] = []
  private rowNumber = 0
  private isHidden = false
  private cells = new Map<number, Cell>()
  private column = -1
  private type = ''
  private style = 0
  private value = ''
  private isValue = false
  private isPhonetic = false

  constructor(private readonly book: SheetStrings) {}

  /** The rows completed since the last call. */
  take(): SheetRow[] {
    const rows = this.ready
    this.ready = []
    return rows
  }

  open(name: string, at: Record<string, string>): void {
    if (name === 'row') this.openRow(at)
    else if (name === 'c') this.openCell(at)
    else if (name === 'rPh') this.isPhonetic = true
    else if (name === 'v' || (name === 't' && this.type === 'inlineStr')) this.isValue = !this.isPhonetic
  }

  text(text: string): void {
    if (this.isValue && this.value.length < MAX_CELL) this.value += text
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.isValue = false
    else if (name === 'rPh') this.isPhonetic = false
    else if (name === 'c') this.closeCell()
    else if (name === 'row' && this.cells.size > 0) {
      const row = { row: this.rowNumber, cells: this.cells }
      this.ready.push(this.isHidden ? { ...row, isHidden: true } : row)
      this.cells = new Map()
    }
  }

  private openRow(at: Record<string, string>): void {
    const given = Number(at.r)
    const isPlausible = Number.isInteger(given) && given > this.rowNumber && given <= LAST_ROW
    this.rowNumber = isPlausible ? given : this.rowNumber + 1
    this.isHidden = at.hidden === '1' || at.hidden === 'true' || at.zeroHeight === '1'
    this.column = -1
  }

  private openCell(at: Record<string, string>): void {
    const letters = /^[A-Z]{1,3}/.exec(at.r ?? '')?.[0]
    this.column = letters ? columnOfLetters(letters) : this.column + 1
    this.type = at.t ?? 'n'
    this.style = Number(at.s ?? 0)
    this.value = ''
    this.isValue = false
  }

  private closeCell(): void {
    if (this.value === '' || this.column >= MAX_COLUMNS) return
    const cell = this.cell()
    if (cell.text !== '') this.cells.set(this.column, cell)
  }

  private cell(): Cell {
    const { value, type } = this
    if (type === 's') return { text: this.book.strings[Number(value)] ?? '', kind: 'text' }
    if (type === 'e') return { text: value, kind: 'error' }
    if (type === 'b') return { text: value === '1' ? '是' : '否', kind: 'text' }
    if (type !== 'n') return { text: value, kind: 'text' }
    const number = Number(value)
    if (!Number.isFinite(number)) return { text: value, kind: 'text' }
    if (this.book.dateStyles[this.style]) return { text: dateText(number, this.book.is1904), kind: 'date' }
    return { text: value, kind: Math.abs(number) >= 1e15 ? 'lost' : 'number' }
  }
}

/** A serial date as 'YYYY-MM-DD'. Serials of 1900 below 61 carry Excel's leap-year mistake. */
function dateText(serial: number, is1904: boolean): string {
  const days = Math.floor(serial) + (is1904 ? 1462 : 0)
  const shift = days < 61 ? 25568 : 25569
  const at = new Date((days - shift) * 86_400_000)
  return Number.isNaN(at.getTime()) ? String(serial) : at.toISOString().slice(0, 10)
}
