// From a fresh clone to a migrated database: what `npm start`, `npm run dev` and the tools have in common.
import { accessSync, chmodSync, constants, mkdirSync } from 'node:fs'
import { openDatabase, migrate } from './database.mjs'
import { installDependencies } from './dependencies.mjs'
import { dataFolder, root } from './places.mjs'
import { EXIT, say, Stop } from './say.mjs'
import { secretsOf } from './secrets.mjs'

/** Both folders can be written; user "postgres" passes through .data to its own part of it. */
export function prepareFolders() {
  for (const folder of [root, dataFolder]) {
    try {
      mkdirSync(folder, { recursive: true })
      accessSync(folder, constants.W_OK)
    } catch (error) {
      throw new Stop(
        EXIT.cannotWrite,
        `无法写入文件夹 ${folder}（${error.code}）。请检查权限，或把项目放到可写的位置。`,
        `Cannot write to ${folder} (${error.code}). Check its permissions or put the project elsewhere.`,
      )
    }
  }
  chmodSync(dataFolder, 0o711)
}

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
