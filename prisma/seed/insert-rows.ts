import type { Transaction } from '@/server/db/client'

const chunkSize = 2_000

/**
 * Inserts many rows with one statement per 2,000. `table` is the table's name in the database; the fields are those of its Prisma model,
 * the same in every row. Columns that are not among them take their default.
 */
export async function insertRows<Row extends object>(
  tx: Transaction,
  table: string,
  rows: readonly Row[],
): Promise<void> {
  const [first] = rows
  if (!first) return
  const columns = Object.keys(first).map((field) => `"${columnOf(field)}"`)
  const sql = `INSERT INTO "${table}" (${columns.join(', ')})
    SELECT ${columns.join(', ')} FROM json_populate_recordset(NULL::"${table}", $1::json)`
  for (let start = 0; start < rows.length; start += chunkSize) {
    await tx.$executeRawUnsafe(sql, JSON.stringify(rows.slice(start, start + chunkSize).map(jsonOf)))
  }
}

function jsonOf(row: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).map(([field, value]) => [columnOf(field), plain(value)]))
}

function plain(value: unknown): unknown {
  return value instanceof Uint8Array ? `\\x${Buffer.from(value).toString('hex')}` : value
}

function columnOf(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}
