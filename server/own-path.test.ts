import { describe, expect, it } from 'vitest'
import { ownPath } from './own-path'

describe('ownPath', () => {
  it('keeps a path of this site with its query', () => {
    expect(ownPath('/learn/courses/x?page=2')).toBe('/learn/courses/x?page=2')
  })

  it.each([
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    'https:evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '/\t/evil.example',
    '/\n/evil.example',
    ' //evil.example',
    '/ /evil.example',
    '/..//evil.example',
    '/.//evil.example',
    'evil.example',
    '',
    null,
    undefined,
    42,
    ['/a'],
  ])('sends %j to the front page', (value) => {
    expect(ownPath(value)).toBe('/')
  })
})
