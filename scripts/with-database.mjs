// Opens the database for a tool (dev, dev-db, backup, recount …): adopts the running one, else starts it for as long as the tool runs.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { migrate, openDatabase } from './start/database.mjs'
import { dataFolder } from './start/places.mjs'
import { secretsOf } from './start/secrets.mjs'

/**
 * @returns {Promise<{url: string, env: NodeJS.ProcessEnv, close: () => Promise<void>}>} `env` holds everything our processes need
 */
export async function withDatabase({ isMigrated = true } = {}) {
  mkdirSync(dataFolder, { recursive: true, mode: 0o711 })
  const secrets = secretsOf(dataFolder)
  const database = await openDatabase()
  if (isMigrated) migrate(database.url)
  const runtime = join(dataFolder, 'runtime.json')
  if (database.isOurs || !existsSync(runtime)) {
    writeFileSync(runtime, `${JSON.stringify({ DATABASE_URL: database.url })}\n`, { mode: 0o600 })
  }
  return {
    url: database.url,
    env: { ...process.env, ...secrets, DATABASE_URL: database.url },
    close: () => database.stop(),
  }
}
