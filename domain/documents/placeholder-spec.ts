/** A placeholder that stands for one text or number. */
export interface ValueSpec {
  kind: 'text' | 'number'
  /** As written between the braces: {单位}. */
  name: string
  /** The sentence in messages/ that says what it is; `about` fills the words in it. */
  meaning: string
  about?: Readonly<Record<string, string>>
  example: string | number
}

/** A placeholder that repeats what stands between {#name} and {/name}, once a row. */
export interface ListSpec {
  kind: 'list'
  name: string
  meaning: string
  columns: readonly ValueSpec[]
  /** Invented rows, each with every column. */
  examples: readonly Readonly<Record<string, string | number>>[]
}

export type PlaceholderSpec = ValueSpec | ListSpec
