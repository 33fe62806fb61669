import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { sourceFiles } from './source-tree'

describe('names and places', () => {
  it('files are kebab-case, except what Next prescribes', () => {
    const odd = sourceFiles(/^(domain|features|server|ui|scripts|prisma\/seed|tests|e2e|bench)\//).filter(
      (path) =>
        !/^(?:[a-z0-9-]+\/)*[a-z0-9]+(?:-[a-z0-9]+)*(?:\.(?:test|property\.test|db\.test|spec|d))?\.(?:ts|tsx|mjs|cjs)$/.test(
          path,
        ),
    )
    expect(odd).toEqual([])
  })

  it('a test stands beside what it proves, or in a folder for what belongs to no single file', () => {
    const strays = sourceFiles(/\.test\.tsx?$/).filter(
      (path) => !/^(domain|features|server|ui|prisma\/seed|scripts|tests)\//.test(path),
    )
    expect(strays).toEqual([])
  })

  it('migrations are named by moment and change, and are not empty', () => {
    const folders = readdirSync('prisma/migrations', { withFileTypes: true }).filter((entry) => entry.isDirectory())
    expect(folders.length).toBeGreaterThan(0)
    for (const { name } of folders) {
      expect(name).toMatch(/^\d{14}_[a-z0-9_]+$/)
      expect(readFileSync(`prisma/migrations/${name}/migration.sql`, 'utf8').trim()).not.toBe('')
    }
  })

  it('every feature says in a few lines what it is for', () => {
    const features = readdirSync('features', { withFileTypes: true }).filter((entry) => entry.isDirectory())
    expect(features.map(({ name }) => name).filter((name) => !existsSync(`features/${name}/README.md`))).toEqual([])
  })
})
