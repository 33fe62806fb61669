// What processes cost, read from Linux: CPU in ms since they began, and memory.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'

/** USER_HZ, 100 on every Linux that Node runs on. */
const MS_PER_TICK = 10

/** {parent, own, reaped} of one process in ticks, or null when it is gone. `reaped` are its children that ended. */
function statOf(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number)
    return { parent: fields[1], own: fields[11] + fields[12], reaped: fields[13] + fields[14] }
  } catch {
    return null
  }
}

/** These processes and everything below them that is alive: process id to its ticks. */
function treeOf(roots) {
  const all = new Map(
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((name) => [Number(name), statOf(name)]),
  )
  const isBelow = (pid) => {
    for (let at = pid; at > 1; at = all.get(at)?.parent ?? 0) if (roots.includes(at)) return true
    return false
  }
  return new Map([...all].filter(([pid, stat]) => stat && isBelow(pid)))
}

/** CPU in ms that the trees of these root processes have used so far, ended children included. */
function cpuMs(roots) {
  const ticks = [...treeOf(roots).values()].reduce((sum, { own, reaped }) => sum + own + reaped, 0)
  return ticks * MS_PER_TICK
}

/** CPU in ms so far of the app (web, worker, in-process runners) and of all PostgreSQL processes. */
export const sharesOf = ({ app, database }) => ({ app: cpuMs(app), database: cpuMs(database) })

/** Proportional memory of these trees in MB: what is shared counts once in all. */
export function memoryMb(roots) {
  let kilobytes = 0
  for (const pid of treeOf(roots).keys()) {
    try {
      kilobytes += Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0)
    } catch {
      // It ended, or belongs to somebody whose memory we may not read.
    }
  }
  return kilobytes / 1024
}

/** Hashes of 64 KB in one yardstick. */
const YARDSTICK_HASHES = 400

/**
 * CPU in ms of one fixed piece of work in this process, the best of five: on a busy machine cores are shared and caches cold, and the same
 * work costs more. Runs compare only where their yardsticks agree.
 */
export function yardstickMs() {
  const piece = Buffer.alloc(65_536, 1)
  const once = () => {
    const before = process.cpuUsage()
    const words = Array.from({ length: YARDSTICK_HASHES }, (_, index) => {
      piece.writeUInt32LE(index)
      return createHash('sha256').update(piece).digest('hex')
    })
    JSON.parse(JSON.stringify(words.map((word) => [...word].sort())))
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1000
  }
  return Math.min(once(), once(), once(), once(), once())
}
