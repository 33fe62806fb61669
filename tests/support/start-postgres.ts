import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, chmodSync } from 'node:fs'
import { join } from 'node:path'
// @ts-expect-error plain JavaScript, shared with the start script
import { ensureDatabase, startPostgres } from '../../scripts/embedded-postgres.mjs'

export const TEMPLATE = 'zhixing_template'

/**
 * One PostgreSQL for the whole run with a migrated template database, which each test file clones.
 * TEST_DATABASE_URL (a role with CREATEDB) uses that server instead.
 */
export default async function setup(project: { provide(key: 'adminUrl', value: string): void }) {
  const given = process.env.TEST_DATABASE_URL
  // Below /var/tmp, as the user "postgres" must be able to reach the folder when the tests run as root.
  const folder = given ? null : mkdtempSync('/var/tmp/zhixing-test-')
  if (folder) chmodSync(folder, 0o755)
  const settings = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=200']
  const server = folder ? await startPostgres(folder, { settings }) : null
  const adminUrl: string = given ?? server.url('postgres')
  const template = new URL(adminUrl)
  template.pathname = `/${TEMPLATE}`
  await ensureDatabase(adminUrl, TEMPLATE)
  execFileSync(process.execPath, [join('scripts', 'migrate.mjs'), 'deploy'], {
    env: { ...process.env, DATABASE_URL: template.href },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  project.provide('adminUrl', adminUrl)
  return async () => {
    await server?.stop()
    if (folder) rmSync(folder, { recursive: true, force: true })
  }
}

declare module 'vitest' {
  export interface ProvidedContext {
    adminUrl: string
  }
}
