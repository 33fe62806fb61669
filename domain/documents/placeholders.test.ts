import { describe, expect, it } from 'vitest'
import { tagsIn } from './scan-placeholders'
import { PURPOSES, placeholdersOf } from './placeholders'

describe.each(PURPOSES)('the placeholders of %s', (purpose) => {
  const specs = placeholdersOf(purpose)

  it('have names that a template can write, each once', () => {
    const names = specs.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    const place = { part: 'body' as const, paragraph: 1, text: '' }
    const columns = specs.flatMap((spec) => (spec.kind === 'list' ? spec.columns.map(({ name }) => name) : []))
    for (const name of [...names, ...columns])
      expect(tagsIn({ text: `{${name}}`, place }).map((tag) => tag.name)).toEqual([name])
  })

  it('have an example for every column of a list', () => {
    for (const spec of specs) {
      if (spec.kind !== 'list') continue
      expect(spec.examples.length).toBeGreaterThan(1)
      for (const row of spec.examples)
        expect(Object.keys(row).sort()).toEqual(spec.columns.map(({ name }) => name).sort())
    }
  })
})
