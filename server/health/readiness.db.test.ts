import { expect, it } from 'vitest'
import { db, pool } from '@/server/db/client'
import { forgetEnv } from '@/server/env'
import { useDatabase } from '@/tests/support/database'
import { readiness } from './readiness'

const database = useDatabase()

it('is ready when the database answers and holds every migration, whether or not a worker is there', async () => {
  expect(await readiness()).toEqual({ isReady: true, database: true, migrations: true, worker: false })
  await db.workerBeat.create({ data: { id: 'worker' } })
  expect(await readiness()).toMatchObject({ isReady: true, worker: true })
})

it('is not ready while a migration of this build is missing', async () => {
  await pool.query('UPDATE _prisma_migrations SET finished_at = NULL WHERE migration_name LIKE $1', ['%init'])
  expect(await readiness()).toMatchObject({ isReady: false, database: true, migrations: false })
})

it('says no within a second and a half when the database is away', async () => {
  process.env.DATABASE_URL = 'postgres://nobody@127.0.0.1:1/none'
  forgetEnv()
  const began = performance.now()
  expect(await readiness()).toMatchObject({ isReady: false, database: false })
  expect(performance.now() - began).toBeLessThan(1_500)
  process.env.DATABASE_URL = database.url()
  forgetEnv()
})
