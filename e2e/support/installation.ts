import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import pg from 'pg'
// @ts-expect-error plain JavaScript, shared with the start script
import { runningPostgres } from '../../scripts/embedded-postgres.mjs'
// @ts-expect-error plain JavaScript, shared with the start script
import { isRoot, placeForPostgres, postgresUser } from '../../scripts/start/places.mjs'

/** Data folder of the installation under test; `playwright.config.ts` starts it with the same one. */
export const dataFolder = resolve('tmp/e2e-data')

const readJson = (name: string) => JSON.parse(readFileSync(join(dataFolder, name), 'utf8'))

/** The keys of this installation, by the names of their variables. */
export function secret(name: 'AUTH_SECRET' | 'DATA_KEY' | 'HMAC_KEY'): string {
  return readJson('secrets.json')[name]
}

let pool: pg.Pool | undefined

async function databasePool(): Promise<pg.Pool> {
  if (pool) return pool
  const place = await placeForPostgres(dataFolder, isRoot() ? postgresUser() : undefined)
  const running = runningPostgres(place.dataFolder)
  if (!running) throw new Error(`No database runs in ${place.dataFolder}.`)
  const password = readFileSync(join(dataFolder, 'pg-password'), 'utf8').trim()
  pool = new pg.Pool({ host: '127.0.0.1', port: running.port, user: 'postgres', password, database: 'zhixing', max: 2 })
  pool.on('error', () => {})
  return pool
}

/** Rows of a query on the installation's own database. */
export async function rows<T extends object>(sql: string, values: unknown[] = []): Promise<T[]> {
  return (await (await databasePool()).query<T>(sql, values)).rows
}

/** The first row. @throws Error when there is none: the demonstration lacks what a test needs */
export async function row<T extends object>(sql: string, values: unknown[] = []): Promise<T> {
  const [first] = await rows<T>(sql, values)
  if (!first) throw new Error(`Nothing found: ${sql.replace(/\s+/g, ' ').slice(0, 200)}`)
  return first
}

/** The day it is in Shanghai, as the database sees it. */
export async function today(): Promise<string> {
  const { day } = await row<{ day: string }>(`SELECT (now() AT TIME ZONE 'Asia/Shanghai')::date::text AS day`)
  return day
}
