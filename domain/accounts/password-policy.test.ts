import { describe, expect, it } from 'vitest'
import { passwordProblem } from './password-policy'

const WORDS = ['王芳', 'wang fang', '13800138000', 'wangfang', '宁波市', 'zhixing']

describe('passwordProblem', () => {
  it('asks officers for twelve characters and learners for eight', () => {
    expect(passwordProblem('tern-plum-9', 'officer', [])).toBe('password-short')
    expect(passwordProblem('tern-plum-92', 'officer', [])).toBeNull()
    expect(passwordProblem('plum-92', 'learner', [])).toBe('password-short')
    expect(passwordProblem('plum-92x', 'learner', [])).toBeNull()
  })
  it('takes a passphrase of 128 characters, counts code points and refuses 129', () => {
    const long = Array.from({ length: 128 }, (_, i) => String.fromCodePoint(0x4e00 + i * i)).join('')
    expect(passwordProblem(long, 'officer', [])).toBeNull()
    expect(passwordProblem(`${long}x`, 'officer', [])).toBe('password-long')
    expect(passwordProblem('𠮷𠮶𠮵𠮴𠮳𠮲𠮱', 'learner', [])).toBe('password-short')
  })
  it.each([
    'password123',
    'P@ssw0rd2024',
    'Password123456',
    'qwertyuiop123',
    '1234567890',
    'aaaaaaaaaaaa',
    'abcdefghijkl',
    'woaini1314520',
    'ningbo2026',
    'abc1abc1abc1',
    'admin123456789',
    '88888888',
    '123456789012',
    '２０２６ｎｉｎｇｂｏ',
  ])('refuses what everybody tries: %s', (password) => {
    expect(passwordProblem(password, 'learner', [])).toBe('password-common')
  })
  it.each(['wangfang2026', 'WangFang@138', '13800138000a', 'zhixing-8000', '138000-wang'])(
    'refuses what is made of known words: %s',
    (password) => {
      expect(passwordProblem(password, 'learner', WORDS)).toMatch(/contextual|common/)
    },
  )
  it('lets a known word stand in a passphrase that is long without it', () => {
    expect(passwordProblem('wangfang likes salted plums', 'officer', WORDS)).toBeNull()
  })
  it('neither trims nor folds: spaces and full-width characters are part of it', () => {
    expect(passwordProblem('  plum  ', 'learner', [])).toBeNull()
  })
})
