import { spawnSync } from 'node:child_process'

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

/** Whether the process runs what we think: numbers are given anew after a restart of the machine. Unknown counts as yes. */
export function isProgram(pid, pattern) {
  if (process.platform === 'win32') return true
  const { status, stdout } = spawnSync('ps', ['-p', String(pid), '-o', 'args='], { encoding: 'utf8' })
  return status === null || (status === 0 && pattern.test(stdout) && !/<defunct>/.test(stdout))
}
