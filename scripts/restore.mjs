// `npm run restore -- <folder> [--replace]`: into the empty database, or, with --replace, into a new one that then takes the place of
// the old; the old one is kept beside it under another name. --replace is for the embedded PostgreSQL only.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { generate } from './build.mjs'
import { installDependencies } from './start/dependencies.mjs'
import { bundleFolder, root } from './start/places.mjs'
import { EXIT, say, Stop } from './start/say.mjs'

const { values, positionals } = parseArgs({ allowPositionals: true, options: { replace: { type: 'boolean' } } })
const USAGE = 'npm run restore -- <备份文件夹 backup folder> [--replace]'

function restore(folder, env) {
  const child = spawn(process.execPath, [join(bundleFolder, 'restore.mjs'), folder], {
    cwd: root,
    env,
    stdio: 'inherit',
  })
  return new Promise((done) => child.on('exit', (code) => done(code ?? EXIT.failed)))
}

/** Names the restored database "zhixing"; the one that had the name is kept. @throws Stop while anybody is connected to it */
async function takePlace(adminUrl, fresh) {
  const { rows } = await import('./start/database.mjs')
  const kept = `zhixing_before_${new Date().toISOString().replace(/\D/g, '').slice(0, 14)}`
  try {
    await rows(adminUrl, `ALTER DATABASE zhixing RENAME TO ${kept}`)
  } catch (error) {
    if (error.code !== '55006') throw error
    await rows(adminUrl, `DROP DATABASE ${fresh}`)
    throw new Stop(
      EXIT.unavailable,
      '知行正在运行，请先停止（Ctrl-C），再恢复。',
      'Zhixing is running; stop it first (Ctrl-C).',
    )
  }
  await rows(adminUrl, `ALTER DATABASE ${fresh} RENAME TO zhixing`)
  say(`原来的数据保留在数据库 ${kept} 中`, `The former data are kept in the database ${kept}`)
}

async function replaceBy(folder, url, env) {
  const { migrate, rows } = await import('./start/database.mjs')
  const fresh = 'zhixing_restored'
  const [adminUrl, freshUrl] = ['postgres', fresh].map(
    (name) => Object.assign(new URL(url), { pathname: `/${name}` }).href,
  )
  await rows(adminUrl, `DROP DATABASE IF EXISTS ${fresh} WITH (FORCE)`)
  await rows(adminUrl, `CREATE DATABASE ${fresh}`)
  migrate(freshUrl)
  const code = await restore(folder, { ...env, DATABASE_URL: freshUrl })
  if (code === 0) await takePlace(adminUrl, fresh)
  else await rows(adminUrl, `DROP DATABASE ${fresh} WITH (FORCE)`)
  return code
}

async function main() {
  const [given] = positionals
  const folder = resolve(given ?? '')
  if (!given || !existsSync(join(folder, 'manifest.json'))) {
    throw new Stop(EXIT.usage, `请给出备份文件夹：${USAGE}`, 'Name a folder that npm run backup has written.')
  }
  if (values.replace && process.env.DATABASE_URL) {
    throw new Stop(
      EXIT.usage,
      '使用 DATABASE_URL 时不能用 --replace，请恢复到一个新建的空数据库。',
      '--replace is for the embedded database; restore into a new, empty one instead.',
    )
  }
  installDependencies()
  await generate()
  const { bundleEntries } = await import('./bundle.mjs')
  await bundleEntries(['restore'])
  const { withDatabase } = await import('./with-database.mjs')
  const { url, env, close } = await withDatabase()
  try {
    return await (values.replace ? replaceBy(folder, url, env) : restore(folder, env))
  } finally {
    await close()
  }
}

try {
  process.exit(await main())
} catch (error) {
  console.error(error instanceof Stop ? error.message : error)
  process.exit(error instanceof Stop ? error.code : EXIT.failed)
}
