import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { LABS, labNamed } from './labs'

const folders = readdirSync('domain/labs', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)

it('every folder is a registered lab of that name, and no name is taken twice', () => {
  expect(LABS.map(({ name }) => name).sort()).toEqual(folders.sort())
  expect(labNamed('no-such-lab')).toBeUndefined()
})

describe.each(folders)('the lab %s', (name) => {
  it('is held to the laws of every lab, and to a second computation', () => {
    const file = `domain/labs/${name}/${name}.property.test.ts`
    expect(existsSync(file)).toBe(true)
    expect(readFileSync(file, 'utf8')).toMatch(/labLaws\(\w+Definition\)/)
  })
})
