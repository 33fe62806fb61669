// An empty installation as an office starts it, with a data folder of its own.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { runningPostgres } from '../../scripts/embedded-postgres.mjs'
import { dataFolder, isRoot, placeForPostgres, postgresUser, root } from '../../scripts/start/places.mjs'

/** @returns the one-time address of the first officer, rows of a query, and how to end it */
export async function openEmpty({ port, origin }) {
  const place = await placeForPostgres(dataFolder, isRoot() ? postgresUser() : undefined)
  for (const folder of [dataFolder, place.dataFolder]) if (existsSync(folder)) rmSync(folder, { recursive: true })
  const child = spawn(process.execPath, ['scripts/start.mjs', '--empty', '--port', String(port)], {
    cwd: root,
    env: { ...process.env, APP_ORIGIN: origin, HOST: '127.0.0.1', LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const setup = await new Promise((resolve, reject) => {
    let printed = ''
    child.stdout.setEncoding('utf8').on('data', (text) => {
      printed += text
      const path = /\/setup\/[\w-]+/.exec(printed)?.[0]
      if (path) resolve(path)
    })
    child.once('exit', (code) => reject(new Error(`The product ended with ${code}:\n${printed}`)))
  })
  await ready(`http://localhost:${port}/readyz`)
  const { port: pgPort } = runningPostgres(
    (await placeForPostgres(dataFolder, isRoot() ? postgresUser() : undefined)).dataFolder,
  )
  const password = readFileSync(join(dataFolder, 'pg-password'), 'utf8').trim()
  const pool = new pg.Pool({ host: '127.0.0.1', port: pgPort, user: 'postgres', password, database: 'zhixing', max: 2 })
  pool.on('error', () => {})
  return {
    setup,
    rows: async (sql, values = []) => (await pool.query(sql, values)).rows,
    async close() {
      await pool.end()
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.removeAllListeners('exit')
      child.once('exit', () => {})
      child.kill('SIGINT')
      await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 30_000))])
    },
  }
}

async function ready(url) {
  for (let tries = 0; tries < 600; tries += 1) {
    const answer = await fetch(url).catch(() => null)
    if (answer?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
  throw new Error('The product did not become ready.')
}
