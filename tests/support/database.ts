import pg from 'pg'
import { afterAll, beforeAll, inject } from 'vitest'
import { disconnect } from '@/server/db/client'
import { forgetEnv } from '@/server/env'

/**
 * Gives this test file a database of its own, cloned from the migrated template, and points `db` and `pool` of
 * server/db/client at it. Call it once at the top of a `*.db.test.ts`. It is dropped at the end.
 */
export function useDatabase(): { url(): string } {
  const name = `zhixing_test_${process.pid}_${Math.floor(performance.now() * 1000)}`
  let url = ''
  const asAdmin = async (sql: string) => {
    const client = new pg.Client({ connectionString: inject('adminUrl') })
    await client.connect()
    await client.query(sql)
    await client.end()
  }
  beforeAll(async () => {
    await asAdmin(`CREATE DATABASE ${name} TEMPLATE zhixing_template`)
    const address = new URL(inject('adminUrl'))
    address.pathname = `/${name}`
    url = address.href
    process.env.DATABASE_URL = url
    forgetEnv()
    await disconnect()
  })
  afterAll(async () => {
    await disconnect()
    await asAdmin(`DROP DATABASE ${name} WITH (FORCE)`)
  })
  return { url: () => url }
}
