// Web and worker as children: started again when they die, ended in order.
import { spawn } from 'node:child_process'
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { noteChild } from './one-start.mjs'
import { dataFolder, root } from './places.mjs'
import { EXIT, say } from './say.mjs'

const logFolder = join(dataFolder, 'log')
const LARGEST_LOG_BYTES = 50_000_000
/** A child that lived so long starts its waiting times anew. */
const STEADY_MS = 60_000
/** A child that never became ready is not tried for ever. */
const FIRST_TRIES = 5
/** In-flight requests get 30 seconds; then the child is killed. */
const LONGEST_END_MS = 35_000

/**
 * Keeps `node args` running until `stop`. What it prints goes to .data/log/<name>.log.
 *
 * @param {{name: string, zh: string, args: string[], env: Record<string, string>, onGiveUp: (code: number) => void}} child
 * @returns {{ready: Promise<void>, stop: () => Promise<void>}} ready: the child said so for the first time
 */
export function keepRunning({ name, zh, args, env, onGiveUp }) {
  const state = { isStopping: false, wasReady: false, fails: 0, process: null, timer: null, ended: Promise.resolve() }
  let isReady
  const ready = new Promise((resolve) => {
    isReady = resolve
  })
  const launch = () => {
    const began = Date.now()
    const output = openLog(name)
    // A process group of its own: Ctrl-C reaches only us, and we end them in order. When we are killed, the closed channel tells them.
    const child = spawn(process.execPath, args, {
      cwd: root,
      env,
      detached: true,
      stdio: ['ignore', output, output, 'ipc'],
    })
    closeSync(output)
    noteChild(name, child.pid)
    child.on('message', (message) => {
      if (message !== 'ready') return
      state.wasReady = true
      isReady()
    })
    state.process = child
    state.ended = new Promise((resolve) => {
      child.once('exit', (code, signal) => {
        resolve()
        if (!state.isStopping) again(code, signal, Date.now() - began)
      })
    })
  }
  const again = (code, signal, livedMs) => {
    if (code === EXIT.config || code === EXIT.unavailable) return onGiveUp(code)
    state.fails = livedMs > STEADY_MS ? 1 : state.fails + 1
    if (!state.wasReady && state.fails >= FIRST_TRIES) return onGiveUp(EXIT.failed)
    const seconds = Math.min(30, 2 ** (state.fails - 1) / 2)
    say(
      `${zh}意外停止（${signal ?? code}），${seconds} 秒后重新启动，详见 .data/log/${name}.log`,
      `${name} stopped (${signal ?? code}); starting it again in ${seconds} s`,
    )
    state.timer = setTimeout(launch, seconds * 1000)
  }
  launch()
  return {
    ready,
    async stop() {
      state.isStopping = true
      clearTimeout(state.timer)
      const child = state.process
      if (child.exitCode !== null || child.signalCode !== null) return
      child.connected ? child.send('stop', () => {}) : child.kill('SIGTERM')
      const late = setTimeout(() => child.kill('SIGKILL'), LONGEST_END_MS)
      await state.ended
      clearTimeout(late)
    },
  }
}

function openLog(name) {
  mkdirSync(logFolder, { recursive: true, mode: 0o700 })
  const file = join(logFolder, `${name}.log`)
  if (existsSync(file) && statSync(file).size > LARGEST_LOG_BYTES) renameSync(file, `${file}.1`)
  return openSync(file, 'a', 0o600)
}

/** The last lines a child printed, for the console when it gives up. */
export function lastLines(name, count = 12) {
  const file = join(logFolder, `${name}.log`)
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n').slice(-count).join('\n') : ''
}
