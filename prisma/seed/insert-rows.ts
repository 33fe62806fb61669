import { Prisma, type Transaction } from '@/server/db/client'

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
  const into = nameOf(table)
  const columns = Prisma.join(Object.keys(first).map((field) => nameOf(columnOf(field))))
  for (let start = 0; start < rows.length; start += chunkSize) {
    const json = JSON.stringify(rows.slice(start, start + chunkSize).map(jsonOf))
    await tx.$executeRaw`INSERT INTO ${into} (${columns})
      SELECT ${columns} FROM json_populate_recordset(NULL::${into}, ${json}::json)`
  }
}

/** A name of a table or column in SQL. @throws RangeError when it is none of ours */
function nameOf(text: string): Prisma.Sql {
  if (!/^[a-z][a-z0-9_]*$/.test(text)) throw new RangeError(`not a name: ${text}`)
  return Prisma.raw(`"${text}"`)
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
