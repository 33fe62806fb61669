import { expect, it } from 'vitest'
import { serialiseError } from './log'

it('keeps no value of a row out of a database error', () => {
  const error = Object.assign(new Error('Key (mobile)=(13800001111) already exists.'), { code: '23505' })
  expect(JSON.stringify(serialiseError(error))).not.toContain('1380000')
})

it('hides long numbers in messages of our own', () => {
  expect(JSON.stringify(serialiseError(new Error('bad row 13800001111')))).not.toContain('13800001111')
})

it('says where it happened', () => {
  expect(String(serialiseError(new Error('x')).stack)).toContain('log.test.ts')
})
