import type { Cell, MergedRange, SheetRow } from './sheet'

/** Repeats the top cell of a vertically merged range in the rows below it, as the eye does. */
export class MergeFiller {
  private readonly byColumn = new Map<number, MergedRange[]>()
  private readonly tops = new Map<MergedRange, Cell>()

  constructor(merges: readonly MergedRange[]) {
    for (const merge of merges) {
      if (merge.bottom === merge.top) continue
      const list = this.byColumn.get(merge.left) ?? []
      list.push(merge)
      this.byColumn.set(merge.left, list)
    }
    for (const list of this.byColumn.values()) list.sort((a, b) => a.top - b.top)
  }

  /** The cells of the next row in sheet order, with those that a merge above reaches down into. */
  fill(row: SheetRow): ReadonlyMap<number, Cell> {
    if (this.byColumn.size === 0) return row.cells
    const filled = new Map(row.cells)
    for (const [column, list] of this.byColumn) {
      while (list[0] && list[0].bottom < row.row) {
        this.tops.delete(list[0])
        list.shift()
      }
      const merge = list[0]
      if (!merge || row.row < merge.top) continue
      const own = row.cells.get(column)
      if (row.row === merge.top && own) this.tops.set(merge, own)
      const top = this.tops.get(merge)
      if (top && row.row > merge.top && !own?.text.trim()) filled.set(column, top)
    }
    return filled
  }
}
