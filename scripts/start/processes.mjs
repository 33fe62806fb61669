import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

/** Whether a process of this number exists, ours or another user's. A zombie counts until it is reaped. */
export function isAlive(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

/** Whether the process lives and its command line is what we think: numbers are given anew. Zombies are not. */
export function isProgram(pid, pattern) {
  const commandLine = `/proc/${pid}/cmdline`
  if (existsSync(commandLine)) return pattern.test(readFileSync(commandLine, 'utf8').replaceAll('\0', ' '))
  if (process.platform === 'linux') return false
  return pattern.test(spawnSync('ps', ['-p', String(pid), '-o', 'args='], { encoding: 'utf8' }).stdout ?? '')
}
