// Keeps web and worker running as children, and ends them in order.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { noteChild } from './one-start.mjs'
import { bundleFolder, root } from './places.mjs'
import { say } from './say.mjs'

const FIRST_PAUSE_MS = 1_000
const LONGEST_PAUSE_MS = 30_000
const STEADY_MS = 60_000
const DRAIN_MS = 32_000

/**
 * Runs dist/<name>.mjs and starts it again, ever later, whenever it ends by itself.
 *
 * The child has a process group of its own, so that Ctrl-C reaches us alone; the IPC channel tells it when we die.
 * @param onGivenUp called with the exit code when the child ended before it was ever ready with a code that means "do not try again"
 */
export function supervise(name, { env, onReady, onGivenUp }) {
  let child
  let isStopping = false
  let wasReady = false
  let pauseMs = FIRST_PAUSE_MS
  let timer

  function run() {
    const startedAt = Date.now()
    child = spawn(process.execPath, [join(bundleFolder, `${name}.mjs`)], {
      cwd: root,
      detached: true,
      env: { ...env, ZHIXING_PROCESS: name },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    })
    noteChild(name, child.pid)
    child.on('message', (message) => {
      if (message !== 'ready' && !message?.ready) return
      wasReady = true
      onReady()
    })
    child.on('error', () => {})
    child.on('exit', (code, signal) => {
      if (isStopping) return
      if (!wasReady && (code === 69 || code === 78)) return onGivenUp(code)
      if (Date.now() - startedAt > STEADY_MS) pauseMs = FIRST_PAUSE_MS
      const seconds = Math.round(pauseMs / 1000)
      say(
        `${name} 意外结束（${signal ?? code}），${seconds} 秒后重启`,
        `${name} ended (${signal ?? code}); again in ${seconds} s`,
      )
      timer = setTimeout(run, pauseMs)
      pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)
    })
  }
  run()

  return {
    /** Lets it finish what is under way, 30 seconds at most. */
    stop() {
      isStopping = true
      clearTimeout(timer)
      return new Promise((resolve) => {
        if (child.exitCode !== null || child.signalCode !== null) return resolve()
        const late = setTimeout(() => child.kill('SIGKILL'), DRAIN_MS)
        child.once('exit', () => {
          clearTimeout(late)
          resolve()
        })
        child.kill('SIGTERM')
      })
    },
    kill: () => child.kill('SIGKILL'),
  }
}
