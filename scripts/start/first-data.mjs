// What stands in a new database: the demonstration, or nothing but a link for the first officer, who names the city.
import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isEmptyDatabase, rows } from './database.mjs'
import { bundleFolder, dataFolder, root } from './places.mjs'
import { EXIT, say, Stop } from './say.mjs'

const demonstrationFile = join(dataFolder, 'demonstration.json')

/**
 * Loads the demonstration into an empty database, or goes on with a loading that was interrupted; into one that holds anything else, never.
 *
 * @returns {Promise<{access: object | null, setupPath: string | null}>} access: sign-ins and links of the demonstration;
 *   setupPath: the one-time link's path while there is no city officer
 */
export async function firstData({ url, env, isEmpty }) {
  const [{ state }] = await rows(
    url,
    `SELECT (SELECT value->>'state' FROM setting WHERE key = 'demonstration') AS state`,
  )
  const wantsDemonstration = state !== null || (!isEmpty && (await isEmptyDatabase(url)))
  if (!wantsDemonstration) return { access: null, setupPath: await firstOfficer(env) }
  if (state !== 'loaded') {
    say(
      '正在载入演示数据（示例企业 1,200 家，约半分钟）',
      'Loading the demonstration (1,200 invented enterprises, half a minute)',
    )
  }
  const told = lastJson(await runEntry('seed', [], env, { isQuiet: state === 'loaded' }))
  if (told?.access) writeFileSync(demonstrationFile, `${JSON.stringify(told.access, null, 2)}\n`, { mode: 0o600 })
  return { access: told?.access ?? null, setupPath: null }
}

async function firstOfficer(env) {
  const printed = await runEntry('first-officer', [], env)
  return printed.split('\n').find((line) => line.startsWith('/')) ?? null
}

/** Runs dist/<name>.mjs to its end. @returns what it printed; its progress goes to our screen. @throws Stop when it fails */
export function runEntry(name, args, env, { isQuiet = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(bundleFolder, `${name}.mjs`), ...args], {
      cwd: root,
      env,
      stdio: ['ignore', 'pipe', isQuiet ? 'ignore' : 'inherit'],
    })
    let printed = ''
    child.stdout.setEncoding('utf8').on('data', (text) => {
      printed += text
    })
    child.on('error', reject)
    child.on('close', (code, signal) => {
      if (code === 0) return resolve(printed)
      const why = signal ?? code
      reject(
        new Stop(
          EXIT.failed,
          `${name} 未完成（${why}）：\n${printed}`,
          `${name} did not end well (${why}); see above.`,
        ),
      )
    })
  })
}

function lastJson(printed) {
  const line = printed.trim().split('\n').at(-1) ?? ''
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}
