import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
// @ts-expect-error plain JavaScript of the start script
import { runningPostgres } from './embedded-postgres.mjs'

it('knows a running server whose folder it reaches by a symbolic link, and leaves its pid file alone', () => {
  const folder = mkdtempSync(join(tmpdir(), 'zhixing-pid-'))
  const server = spawn('sleep', ['30'], { argv0: 'postgres' })
  try {
    mkdirSync(join(folder, 'data'))
    symlinkSync('data', join(folder, 'link'))
    const file = join(folder, 'data', 'postmaster.pid')
    writeFileSync(file, `${server.pid}\n${join(folder, 'data')}\n0\n5433\n`)
    expect(runningPostgres(join(folder, 'link'))).toEqual({ pid: server.pid, port: 5433 })
    expect(existsSync(file)).toBe(true)
  } finally {
    server.kill()
    rmSync(folder, { recursive: true })
  }
})
