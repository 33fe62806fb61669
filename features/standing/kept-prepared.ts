import { Prisma } from '@/server/db/client'

const few = 20

/**
 * The mark that keeps a statement prepared (server/db/prepared-name.ts) when it is about few rows, else nothing: an import may fill empty
 * tables within one transaction, and a plan made while they were empty would read them whole for each of its thousand rows.
 */
export function keptPrepared(mark: Prisma.Sql, rows: number): Prisma.Sql {
  return rows <= few ? mark : Prisma.empty
}
