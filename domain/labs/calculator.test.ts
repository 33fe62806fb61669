import fc from 'fast-check'
import { expect, it } from 'vitest'
import { calculate } from './calculator'

it.each([
  ['2,376,000÷9', '264,000'],
  ['1,900,000/9', '211,111.111111'],
  ['（1+2）×3', '9'],
  ['2-3*4', '-10'],
  ['1,050,000×80%', '840,000'],
  ['0.1+0.2', '0.3'],
  ['7/-2', '-3.5'],
  ['2/3', '0.666667'],
  ['-0.0000001', '0'],
  ['1/3*3', '1'],
  ['12.', '12'],
])('works out %s', (text, value) => expect(calculate(text)).toBe(value))

it.each(['', '1+', '1/0', '(1', '1)', 'abc', '1 2..3', '9'.repeat(201), '%', '()'])('does not guess at %j', (text) =>
  expect(calculate(text)).toBeNull(),
)

it('never throws', () => {
  const sign = fc.constantFrom(...'0123456789.+-*/()%,')
  fc.assert(fc.property(fc.array(sign, { maxLength: 60 }), (signs) => void calculate(signs.join(''))))
})
