// Packages: looked at before anything else, so nothing here may import one.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './places.mjs'
import { EXIT, say, Stop } from './say.mjs'

const stamp = join(root, 'node_modules', '.zhixing-lock')

const lockHash = () =>
  createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')

/** npm itself leaves a copy of what it installed; equal to the lockfile means nothing is to be done. */
function isInstalled() {
  if (!existsSync(join(root, 'node_modules', 'next', 'package.json'))) return false
  if (existsSync(stamp)) return readFileSync(stamp, 'utf8') === lockHash()
  const hidden = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(hidden)) return false
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages
  const have = JSON.parse(readFileSync(hidden, 'utf8')).packages
  return Object.entries(have).every(([path, { version }]) => wanted[path]?.version === version)
}

/** Runs `npm ci` when packages are missing or other than the lockfile says. */
export function installDependencies() {
  if (!isInstalled()) {
    say('正在安装依赖（首次约 1–3 分钟）', 'Installing packages (1-3 minutes the first time)')
    const npm = process.env.npm_execpath
    const command = npm?.endsWith('.js') ? [process.execPath, npm] : ['npm']
    const { status, error } = spawnSync(command[0], [...command.slice(1), 'ci', '--no-audit', '--no-fund'], {
      cwd: root,
      stdio: 'inherit',
      // Development packages are needed to build; NODE_ENV=production in the shell would leave them out.
      env: { ...process.env, NODE_ENV: 'development' },
    })
    if (status !== 0) {
      throw new Stop(
        EXIT.unavailable,
        `依赖没有装好（npm ci，${error?.message ?? `退出码 ${status}`}）。请检查网络或 npm 镜像设置后重试。`,
        'Packages could not be installed by npm ci; look at its message above.',
      )
    }
  }
  mkdirSync(join(root, 'node_modules'), { recursive: true })
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== lockHash()) writeFileSync(stamp, lockHash())
}
