import fc from 'fast-check'
import { expect, it } from 'vitest'
import { separatedRecords, separatedText, separatorOfPaste, unixLines } from './separated-text'

const sign = fc.constantFrom('甲', '1', 'a', ' ', '"', '\t', '\n', ',', '，', '﻿', '=', "'", '𠮷')
const field = fc.array(sign, { maxLength: 6 }).map((signs) => signs.join(''))
const grid = fc.array(fc.array(field, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 6 })
const read = (text: string) => [...separatedRecords(text, separatorOfPaste(text))]

it('rows written as a block and read again are the same rows, whatever stands in them', () => {
  fc.assert(
    fc.property(grid, (rows) => {
      expect(read(separatedText(rows))).toEqual(rows)
    }),
  )
})

it('never loses a sign that is neither separator nor quote', () => {
  const plain = fc.string({ unit: fc.constantFrom('甲', '1', '\t', '\n', ',', '"', '\r') })
  const kept = (text: string) => text.replace(/[\t\n,"]/g, '')
  fc.assert(
    fc.property(plain, (raw) => {
      expect(kept(read(unixLines(raw)).flat().join(''))).toBe(kept(unixLines(raw)))
    }),
  )
})
