import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

type LockEntry = {
  version: string
  optionalDependencies?: Record<string, string>
  resolved?: string
  bundled?: boolean
}
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, LockEntry> }
const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as Record<
  string,
  Record<string, string>
>

// Below these, a security advisory is open; the advisories are named in CHANGELOG.md when a floor moves.
const FLOORS: Record<string, string> = {
  next: '16.3.3',
  'next-auth': '4.24.15',
  react: '19.2.3',
  'react-dom': '19.2.3',
}
// Abandoned with known holes, or replaced by what we use.
const BANNED = ['xlsx', 'next-mdx-remote', 'node-xlsx', 'bcrypt-nodejs']

const numbersOf = (version: string) => version.split('-')[0]?.split('.').map(Number) ?? []
function isAtLeast(version: string, floor: string): boolean {
  const [have, want] = [numbersOf(version), numbersOf(floor)]
  const at = want.findIndex((part, index) => part !== have[index])
  return at < 0 || (have[at] ?? 0) > (want[at] ?? 0)
}

/** Whether the package at `path` finds `name` in the lock, and exactly the version it wants when it names one. */
function isLocked(path: string, name: string, wanted: string): boolean {
  const folders = path
    .split('/node_modules/')
    .map((_, index, all) => all.slice(0, all.length - index).join('/node_modules/'))
  const places = [...folders.map((folder) => `${folder}/node_modules/${name}`), `node_modules/${name}`]
  const found = places.map((place) => lock.packages[place]).find(Boolean)
  return found !== undefined && (!/^\d/.test(wanted) || found.version === wanted)
}

describe('package-lock.json', () => {
  it('holds every platform package that its packages offer, so that npm ci works on every machine', () => {
    const missing = Object.entries(lock.packages).flatMap(([path, entry]) =>
      Object.entries(entry.optionalDependencies ?? {})
        .filter(([name, wanted]) => !entry.bundled && !isLocked(path, name, wanted))
        .map(([name, wanted]) => `${name}@${wanted}`),
    )
    expect(missing).toEqual([])
  })

  it('names no host to download from', () => {
    expect(Object.values(lock.packages).filter((entry) => entry.resolved?.startsWith('http'))).toEqual([])
  })

  it('is above the floors that advisories set', () => {
    const low = Object.entries(FLOORS).filter(
      ([name, floor]) => !isAtLeast(lock.packages[`node_modules/${name}`]?.version ?? '0', floor),
    )
    expect(low).toEqual([])
  })

  it('holds no banned package', () => {
    expect(
      BANNED.filter((name) => Object.keys(lock.packages).some((path) => path.endsWith(`node_modules/${name}`))),
    ).toEqual([])
  })

  it('pins every direct dependency to one exact version', () => {
    const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(([, version]) => !/^\d/.test(version))
    expect(loose).toEqual([])
  })
})
