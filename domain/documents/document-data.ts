/** What a placeholder is filled with. Nothing (null) leaves its place empty. */
export type DocumentValue = string | number | null

/** One row of a list: its columns by name. */
export type DocumentRow = Readonly<Record<string, DocumentValue>>

/** What one document is filled with, by the names of its placeholders; a list is a row after the other. */
export type DocumentData = Readonly<Record<string, DocumentValue | readonly DocumentRow[]>>
