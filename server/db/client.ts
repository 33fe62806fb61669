import 'server-only'
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { PrismaClient } from '@/generated/prisma/client'
import type { Prisma } from '@/generated/prisma/client'
import { env } from '@/server/env'
import { preparedName } from './prepared-name'

export { Prisma } from '@/generated/prisma/client'
/** A running transaction; facts are written through it, never through `db`. */
export type Transaction = Prisma.TransactionClient

type Connections = { pool: pg.Pool; db: PrismaClient }
const holder = globalThis as { zhixingConnections?: Connections }

function connect(): Connections {
  const pool = new pg.Pool({
    connectionString: env().DATABASE_URL,
    max: env().DATABASE_POOL,
    statement_timeout: 60_000,
    idle_in_transaction_session_timeout: 60_000,
    application_name: 'zhixing',
  })
  // A broken idle connection is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => {})
  return { pool, db: new PrismaClient({ adapter: new PrismaPg(pool, { statementNameGenerator: preparedName }) }) }
}

function connections(): Connections {
  holder.zhixingConnections ??= connect()
  return holder.zhixingConnections
}

function lazily<T extends object>(read: () => T): T {
  return new Proxy({} as T, {
    get(_target, property) {
      const owner = read()
      const value = Reflect.get(owner, property)
      return typeof value === 'function' ? value.bind(owner) : value
    },
  })
}

/** The one pool of this process, opened at first use. For the hot paths that bench/ names. */
export const pool: pg.Pool = lazily(() => connections().pool)

/** Prisma over the same pool, opened at first use. */
export const db: PrismaClient = lazily(() => connections().db)

/** Closes what was opened; the next use opens it anew. For shutdown and tests. */
export async function disconnect(): Promise<void> {
  const open = holder.zhixingConnections
  delete holder.zhixingConnections
  await open?.db.$disconnect()
  await open?.pool.end().catch(() => {})
}
