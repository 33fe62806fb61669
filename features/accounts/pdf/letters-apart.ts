import 'server-only'
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import type { Letter } from './letter-text'
import { renderLetters } from './render-letters'

/** A few letters are drawn here; more would hold up everybody else of this process. */
const MOST_HERE = 5

let last: Promise<unknown> = Promise.resolve()

/**
 * The letters as one PDF. A batch is drawn by a process of its own (dist/letters.mjs), one batch at a time; without the bundle
 * (development) here. Source: design.md 8.2.
 *
 * @throws Error when the process fails
 */
export function lettersPdf(letters: readonly Letter[]): Promise<Uint8Array<ArrayBuffer>> {
  const entry = path.join(process.cwd(), 'dist', 'letters.mjs')
  if (letters.length <= MOST_HERE || !existsSync(/* turbopackIgnore: true */ entry)) return renderLetters(letters)
  const work = last.then(
    () => drawnApart(entry, letters),
    () => drawnApart(entry, letters),
  )
  last = work
  return work
}

async function drawnApart(entry: string, letters: readonly Letter[]): Promise<Uint8Array<ArrayBuffer>> {
  const child = spawn(process.execPath, ['--max-old-space-size=512', entry], {
    stdio: ['pipe', 'pipe', 'ignore'],
    env: { NODE_ENV: 'production', TZ: 'Asia/Shanghai' },
    timeout: 120_000,
  })
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  child.stdin.on('error', () => {}) // a child that died early is told by its exit code
  child.stdin.end(JSON.stringify(letters))
  const [bytes, code] = await Promise.all([buffer(child.stdout), ended])
  if (code !== 0) throw new Error(`Drawing letters ended with ${code}.`)
  return new Uint8Array(bytes)
}
