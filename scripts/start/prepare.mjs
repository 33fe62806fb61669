// From a fresh clone to a migrated database: what `npm start`, `npm run dev` and the tools have in common.
import { openDatabase, migrate } from './database.mjs'
import { installDependencies } from './dependencies.mjs'
import { prepareFolders } from './folder.mjs'
import { dataFolder } from './places.mjs'
import { say } from './say.mjs'
import { secretsOf } from './secrets.mjs'

/** Folders, keys, packages, database, migrations. */
export async function prepare() {
  prepareFolders()
  secretsOf(dataFolder)
  installDependencies()
  say('正在准备数据库', 'Preparing the database')
  const database = await openDatabase()
  migrate(database.url)
  return database
}
