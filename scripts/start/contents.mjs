// What a new database is filled with, and what the console says about signing in.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { contentsOf } from './database.mjs'
import { bundleFolder, dataFolder, root } from './places.mjs'
import { EXIT, say, Stop } from './say.mjs'

const accessFile = join(dataFolder, 'demonstration.json')

/** Runs a bundled tool; resolves to what it printed. Its progress goes to the screen. */
function tool(name, args, env) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(bundleFolder, `${name}.mjs`), ...args], {
      cwd: root,
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let text = ''
    child.stdout.setEncoding('utf8').on('data', (chunk) => {
      text += chunk
    })
    child.on('error', reject)
    child.on('close', (code) =>
      code === 0 ? resolve(text.trim()) : reject(new Stop(EXIT.failed, `${name} 失败，说明见上。`, `${name} failed.`)),
    )
  })
}

/**
 * Loads the demonstration into an empty database, or only the regions with --empty. Never touches one that holds anything;
 * goes on where an interrupted loading stopped.
 *
 * @returns {Promise<string[]>} lines that tell how to sign in
 */
export async function fillDatabase({ url, isEmpty, env, origin }) {
  const before = await contentsOf(url)
  const isInterrupted = before.demonstration === 'loading'
  if (isInterrupted || (!before.holds && !isEmpty)) {
    say(
      '正在装载演示数据（1,200 家示例企业，60 天）',
      'Loading the demonstration (1,200 invented enterprises, 60 days)',
    )
    const { access } = JSON.parse((await tool('seed', ['load'], env)).split('\n').at(-1))
    writeFileSync(accessFile, `${JSON.stringify(access, null, 2)}\n`, { mode: 0o600 })
  } else if (!before.regions) {
    say('正在装载行政区划', 'Loading the regions')
    await tool('seed', ['regions'], env)
  }
  if (isInterrupted || before.demonstration === 'loaded' || (!before.holds && !isEmpty))
    return demonstrationLines(env, origin)
  if (!before.officers) return firstOfficerLines(env, origin)
  return []
}

async function demonstrationLines(env, origin) {
  if (!existsSync(accessFile)) {
    const { access } = JSON.parse((await tool('seed', ['load'], env)).split('\n').at(-1))
    writeFileSync(accessFile, `${JSON.stringify(access, null, 2)}\n`, { mode: 0o600 })
  }
  const { signIns, links } = JSON.parse(readFileSync(accessFile, 'utf8')) ?? { signIns: [], links: [] }
  return [
    '演示账号 · demonstration sign-ins:',
    ...signIns.map(({ role, login, password, note }) => `  ${login}  ${password}  ${role}${note ? ` — ${note}` : ''}`),
    ...links.map(({ role, path, note }) => `  ${origin}${path}  ${role}${note ? ` — ${note}` : ''}`),
    `  （也保存在 ${accessFile} · also kept there）`,
  ]
}

async function firstOfficerLines(env, origin) {
  const path = await tool('first-officer', [], env)
  if (!path) return []
  return [
    '还没有管理员。请用这个一次性链接创建首位市级管理员（只在这里显示）：',
    'There is no officer yet. This one-time link, shown only here, creates the first city officer:',
    `  ${origin}${path}`,
  ]
}
