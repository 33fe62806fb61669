import 'server-only'
import path from 'node:path'
import { Worker } from 'node:worker_threads'

/** So many pictures wait at most; whoever asks then is asked to come again. */
const MOST_WAITING = 8
/** A thread that nobody needs any more gives its memory back. */
const IDLE_MS = 60_000

type Waiting = { resolve(png: Buffer): void; reject(error: Error): void }
type Answer = { id: number; png?: Uint8Array; problem?: string }

let thread: Worker | undefined
let idle: NodeJS.Timeout | undefined
let count = 0
const waiting = new Map<number, Waiting>()

/**
 * Draws an SVG as PNG in a thread of its own, one picture after the other. Texts are drawn in Noto Sans SC; characters it lacks must have been
 * replaced before (`drawable` of server/pdf/fonts).
 *
 * @returns null when too many wait already
 * @throws Error when the SVG cannot be drawn or the thread ends
 */
export function renderSvg(svg: string): Promise<Buffer> | null {
  if (waiting.size >= MOST_WAITING) return null
  const worker = running()
  count += 1
  const id = count
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject })
    worker.postMessage({ id, svg })
  })
}

function running(): Worker {
  clearTimeout(idle)
  if (thread) return thread
  const started = new Worker(path.join(process.cwd(), 'server', 'pictures', 'svg-thread.mjs'))
  started.unref()
  started.on('message', answered)
  started.on('error', (error: Error) => ended(started, error))
  started.on('exit', () => ended(started, new Error('The drawing thread has ended.')))
  thread = started
  return started
}

function answered({ id, png, problem }: Answer): void {
  const one = waiting.get(id)
  waiting.delete(id)
  if (png) one?.resolve(Buffer.from(png))
  else one?.reject(new Error(problem ?? 'Nothing was drawn.'))
  if (waiting.size > 0) return
  idle = setTimeout(() => {
    const done = thread
    thread = undefined
    done?.terminate().catch(() => {})
  }, IDLE_MS)
  idle.unref()
}

function ended(worker: Worker, error: Error): void {
  if (thread !== worker) return
  thread = undefined
  for (const one of waiting.values()) one.reject(error)
  waiting.clear()
}
