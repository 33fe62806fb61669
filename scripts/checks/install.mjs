// Installs what package-lock.json says when node_modules is missing or from another lockfile. Plain Node, no packages.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const stamp = join('node_modules', '.zhixing-lock')

/** The hash of the lockfile, which says what ought to be installed. */
export function lockHash() {
  return createHash('sha256').update(readFileSync('package-lock.json')).digest('hex')
}

/** True when node_modules already is what the lockfile says. */
export function isInstalled() {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === lockHash()
}

/** Runs `npm ci` when needed; false when it failed. */
export function ensureInstalled() {
  if (isInstalled()) return true
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const { status } = spawnSync(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { stdio: 'inherit' })
  if (status !== 0) return false
  writeFileSync(stamp, lockHash())
  return true
}
