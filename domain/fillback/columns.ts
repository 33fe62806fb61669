import { type ShownRate, shownRates } from '../rates/rate-display'

/** What a column of ours says of a rate. */
export const fillParts = ['state', 'missing', 'day', 'evidence'] as const
export type FillPart = (typeof fillParts)[number]

export interface FillColumn {
  rate: ShownRate
  part: FillPart
}

/** Every column there can be, in the order in which they are written. A visit has no evidence class. */
export const fillColumns: readonly FillColumn[] = shownRates.flatMap((rate) =>
  fillParts.filter((part) => rate !== 'visits' || part !== 'evidence').map((part) => ({ rate, part })),
)

/** 'readiness.day' */
export function columnKey({ rate, part }: FillColumn): string {
  return `${rate}.${part}`
}

/** The columns with these keys, each once, in their own order; unknown keys are left out. */
export function columnsOf(keys: readonly string[]): FillColumn[] {
  return fillColumns.filter((column) => keys.includes(columnKey(column)))
}

/**
 * Where an earlier fill-back has left its columns: the last unbroken run of headers that only we write.
 *
 * @param header texts of the header row by column, from 0
 * @param wanted how many columns are to be written now
 * @returns null when there is none, or when something else stands to the right of a run that is too short for them
 */
export function earlierColumns(
  header: ReadonlyMap<number, string>,
  isOurs: (text: string) => boolean,
  wanted: number,
): { first: number; count: number } | null {
  const columns = [...header].filter(([, text]) => isOurs(text.trim())).map(([column]) => column)
  const last = Math.max(-1, ...columns)
  if (last < 0) return null
  let first = last
  while (columns.includes(first - 1)) first -= 1
  const count = last - first + 1
  const isBlocked = [...header].some(([column, text]) => column > last && text.trim() !== '')
  return wanted > count && isBlocked ? null : { first, count }
}
