import 'server-only'
import type { FillColumn } from '@/domain/fillback/columns'
import { type EntryOnDay, entryMark, personMark, type RateMark } from '@/domain/fillback/rate-mark'
import type { TrainingRule } from '@/domain/rates/entry-facts'
import { type ShownRate, shownRates } from '@/domain/rates/rate-display'
import type { Snapshot } from '@/server/db/snapshot'
import type { RowMatch } from './match-own-rows'
import { type DayQuestion, entriesOnDay } from './queries/entries-on-day'
import { rowsOutside } from './queries/outside-area'
import type { FilledCounts, FilledRates, FillOptions } from './reading'
import type { SheetWords } from './sheet-words'

const CHUNK = 500
const NOTHING: RateMark = { whole: 0, part: 0, lacks: [], since: null, evidence: [] }

/** Makes the cells of our columns for the rows of one file, and counts what they say, each enterprise or person once. */
export class RowFiller {
  readonly counts: FilledCounts
  private readonly seen = new Set<string>()

  constructor(
    private readonly snapshot: Snapshot,
    private readonly question: DayQuestion & { rule: TrainingRule },
    private readonly columns: readonly FillColumn[],
    private readonly options: FillOptions,
    private readonly words: SheetWords,
  ) {
    const none = (): FilledRates => Object.fromEntries(shownRates.map((rate) => [rate, { whole: 0, part: 0 }]))
    this.counts = { on: question.on, rows: 0, filled: 0, open: 0, outside: 0, enterprises: none(), persons: none() }
  }

  /** Cells by row number. Standings are fetched for some rows at a time, so that a hundred thousand need little memory. */
  async cells(matches: readonly RowMatch[]): Promise<Map<number, (string | null)[]>> {
    const open = matches.filter(({ entryId }) => entryId === null).map(({ own }) => own)
    const isOutside = await rowsOutside(this.question, open)
    const cells = new Map<number, (string | null)[]>()
    for (let at = 0; at < matches.length; at += CHUNK) {
      const some = matches.slice(at, at + CHUNK)
      const ids = [...new Set(some.flatMap(({ entryId }) => entryId ?? []))]
      const entries = await entriesOnDay(this.snapshot, this.question, ids)
      for (const match of some) {
        this.counts.rows += 1
        const row = match.entryId === null ? this.openRow(isOutside(match.own)) : this.row(match, entries)
        cells.set(match.own.row, row)
      }
    }
    return cells
  }

  private openRow(isOutside: boolean): (string | null)[] {
    this.counts[isOutside ? 'outside' : 'open'] += 1
    const word = isOutside ? this.words.outside : this.options.unmatched === 'mark' ? this.words.unmatched : null
    return this.columns.map((_, i) => (i === 0 ? word : null))
  }

  private row(match: RowMatch & { entryId: string }, entries: ReadonlyMap<string, EntryOnDay>): (string | null)[] {
    this.counts.filled += 1
    const entry = entries.get(match.entryId)
    const marks = new Map<ShownRate, RateMark>()
    for (const rate of shownRates) marks.set(rate, entry ? this.markOf(entry, match.personId, rate) : NOTHING)
    this.count(match, marks)
    return this.columns.map((column) => this.words.cellOf(column, marks.get(column.rate) ?? NOTHING))
  }

  private markOf(entry: EntryOnDay, personId: string | null, rate: ShownRate): RateMark {
    return personId ? personMark(entry, personId, rate) : entryMark(entry, rate, this.question.rule)
  }

  private count({ entryId, personId }: RowMatch & { entryId: string }, marks: ReadonlyMap<ShownRate, RateMark>): void {
    const key = `${entryId} ${personId ?? ''}`
    if (this.seen.has(key)) return
    this.seen.add(key)
    const rates = personId ? this.counts.persons : this.counts.enterprises
    for (const [rate, { whole, part }] of marks) {
      const sums = rates[rate]
      if (sums) Object.assign(sums, { whole: sums.whole + whole, part: sums.part + part })
    }
  }
}
