/** The sentences of a grid, as they stand in messages/<locale>/grid.json. */
export type GridWords = Record<
  | 'rows'
  | 'rest'
  | 'asText'
  | 'asGrid'
  | 'clear'
  | 'row'
  | 'cell'
  | 'keys'
  | 'noHeader'
  | 'fine'
  | 'some'
  | 'more'
  | 'found'
  | 'suggestion'
  | 'later',
  string
>

/** The sentence with its places filled in. */
export function filled(sentence: string, values: Record<string, string | number>): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))
}
