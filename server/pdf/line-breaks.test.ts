import fc from 'fast-check'
import { expect, it } from 'vitest'
import { breakable } from './line-breaks'

const text = fc.string({ unit: fc.constantFrom(...'知行研发（）《》“”，。；A1-%. \u3000…𠮷'), maxLength: 40 })

it('never loses a character of the page', () => {
  fc.assert(
    fc.property(
      fc.oneof(text, fc.string({ unit: 'binary' })),
      (word) => void expect(breakable(word).join('')).toBe(word),
    ),
  )
})

it('breaks between Chinese characters, not before closing or after opening punctuation', () => {
  expect(breakable('费用（研发）。').filter(Boolean)).toEqual(['费', '用', '（研', '发）。'])
})

it('keeps a Latin word or number whole', () => expect(breakable('RD-2026')).toEqual(['RD-2026']))
