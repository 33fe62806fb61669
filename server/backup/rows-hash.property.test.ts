import fc from 'fast-check'
import { expect, it } from 'vitest'
import { RowsHash } from './rows-hash'

const row = fc.string({ unit: fc.constantFrom('a', 'b', '\t', '中', '\\') })
const rows = fc.array(row, { maxLength: 30 })

function hashOf(lines: readonly string[], cut = 1_000): string {
  const hash = new RowsHash()
  const bytes = Buffer.from(lines.map((line) => `${line}\n`).join(''))
  for (let at = 0; at < bytes.length; at += cut) hash.update(bytes.subarray(at, at + cut))
  return hash.digest()
}

it('is the same for the same rows in any order, cut anywhere', () => {
  fc.assert(
    fc.property(rows, fc.integer({ min: 1, max: 9 }), fc.func(fc.integer()), (lines, cut, by) => {
      const shuffled = lines.map((line, index) => ({ line, key: by(index) })).sort((a, b) => a.key - b.key)
      expect(
        hashOf(
          shuffled.map(({ line }) => line),
          cut,
        ),
      ).toBe(hashOf(lines))
    }),
  )
})

it('differs when a row is missing, doubled or changed', () => {
  fc.assert(
    fc.property(fc.array(row, { minLength: 1 }), row, (lines, other) => {
      expect(hashOf(lines.slice(1))).not.toBe(hashOf(lines))
      expect(hashOf([...lines, ...lines.slice(0, 1)])).not.toBe(hashOf(lines))
      fc.pre(other !== lines[0])
      expect(hashOf([other, ...lines.slice(1)])).not.toBe(hashOf(lines))
    }),
  )
})
