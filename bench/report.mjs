import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { root } from '../scripts/start/places.mjs'

const COLUMNS = [
  ['operation', 22],
  ['n', 6],
  ['clients', 8],
  ['CPU ms', 9],
  ['best', 8],
  ['app', 8],
  ['db', 8],
  ['p50', 8],
  ['p95', 8],
  ['p99', 8],
  ['per s', 8],
  ['target', 8],
]

const number = (value) => {
  if (value === null || value === undefined) return ''
  return value >= 100 ? String(Math.round(value)) : String(Math.round(value * 100) / 100)
}

function printLine(cells, note = '') {
  const padded = cells.map((text, index) => {
    const width = COLUMNS[index][1]
    return index === 0 ? text.padEnd(width) : text.padStart(width)
  })
  console.log(`${padded.join('')}${note ? `   ${note}` : ''}`)
}

/** The head of the table. */
export function printHead({ rounds }) {
  console.log(`\nCPU ms per operation: median of ${rounds} rounds, app + PostgreSQL; p50, p95, p99: wall ms\n`)
  printLine(COLUMNS.map(([title]) => title))
}

/** One measured line; `over` marks what misses its target. */
export function printRow({ name, n, clients, note, target, ...row }) {
  const figures = ['cpu', 'best', 'app', 'database', 'p50', 'p95', 'p99', 'perSecond'].map((key) => number(row[key]))
  const isOver = target !== null && target !== undefined && row.cpu > target
  const words = [isOver ? 'over' : '', note ?? ''].filter(Boolean).join('  ')
  printLine([name, String(n ?? ''), String(clients ?? ''), ...figures, number(target)], words)
}

/** Keeps everything as JSON in bench/results. @returns the file's path */
export function writeResults({ rows, ...about }) {
  const folder = join(root, 'bench', 'results')
  mkdirSync(folder, { recursive: true })
  const at = new Date().toISOString()
  const file = join(folder, `${at.slice(0, 16).replace(':', '')}.json`)
  const machine = { cpu: cpus()[0]?.model, cores: cpus().length, node: process.version }
  writeFileSync(file, `${JSON.stringify({ at, commit: commit(), machine, ...about, rows }, null, 2)}\n`)
  return file
}

function commit() {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim()
  } catch {
    return null
  }
}
