// Only one start at a time in one clone; what a killed one left behind is waited for.
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { dataFolder } from './places.mjs'
import { isAlive, isProgram } from './processes.mjs'
import { EXIT, say, Stop } from './say.mjs'

const file = join(dataFolder, 'start.json')
const LEAVE_MS = 35_000

const read = () => {
  try {
    return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null
  } catch {
    return null
  }
}
function note(content) {
  writeFileSync(`${file}.new`, JSON.stringify(content), { mode: 0o600 })
  renameSync(`${file}.new`, file)
}

/** The start that runs in this clone right now: {pid, port}, or null. */
export function runningStart() {
  const last = read()
  return last && last.pid !== process.pid && isAlive(last.pid) && isProgram(last.pid, /node|npm/) ? last : null
}

/**
 * Claims this clone. When the last start was killed, its web and worker end by themselves; whoever does not is ended.
 * @throws Stop when a start is running here
 */
export async function claimStart(port) {
  const running = runningStart()
  if (running) {
    throw new Stop(
      EXIT.unavailable,
      `知行已在这个文件夹中运行：http://localhost:${running.port}（进程 ${running.pid}）。请先在那个窗口按 Ctrl-C。`,
      `Zhixing already runs in this folder at http://localhost:${running.port} (process ${running.pid}); press Ctrl-C there first.`,
    )
  }
  await outwait(Object.values(read()?.children ?? {}))
  note({ pid: process.pid, port, children: {} })
  process.once('exit', () => read()?.pid === process.pid && rmSync(file, { force: true }))
}

/** Remembers a child, so that the next start can wait for it when this one is killed. */
export function noteChild(name, pid) {
  const now = read()
  if (now?.pid === process.pid) note({ ...now, children: { ...now.children, [name]: pid } })
}

async function outwait(pids) {
  const left = () => pids.filter((pid) => isAlive(pid) && isProgram(pid, /dist\/(web|worker)\.mjs|next/))
  if (left().length === 0) return
  say('上次启动被中断，等待其进程结束', 'The last start was killed; waiting for its processes to end')
  for (let waited = 0; left().length > 0 && waited < LEAVE_MS; waited += 100) await wait(100)
  for (const pid of left()) process.kill(pid, 'SIGKILL')
}

/** @throws Stop when somebody listens on the port already, on IPv4 or IPv6 */
export async function refuseBusyPort(port) {
  const answers = await Promise.all(['127.0.0.1', '::1'].map((host) => isListening(host, port)))
  if (!answers.includes(true)) return
  throw new Stop(
    EXIT.unavailable,
    `端口 ${port} 已被其他程序占用。请换一个：npm start -- --port ${port + 1}`,
    `Port ${port} is taken by another program. Choose another: npm start -- --port ${port + 1}`,
  )
}

function isListening(host, port) {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 1000 })
    const answer = (is) => {
      socket.destroy()
      resolve(is)
    }
    socket.once('connect', () => answer(true))
    socket.once('timeout', () => answer(false))
    socket.once('error', () => answer(false))
  })
}
