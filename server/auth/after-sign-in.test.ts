import { describe, expect, it } from 'vitest'
import { ownPath } from '@/server/own-path'

const EVIL = [
  '//evil.example',
  '///evil.example',
  '////evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '\\/evil.example',
  'https:evil.example',
  'https:/evil.example',
  'https://evil.example',
  'HTTPS://EVIL.EXAMPLE',
  'http:\\\\evil.example',
  'http://localhost:3000@evil.example',
  'https://localhost:3000.evil.example',
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'data:text/html,<script>',
  'vbscript:x',
  'file:///etc/passwd',
  'ftp://evil.example',
  'blob:https://evil.example/x',
  '/\t/evil.example',
  '/\n/evil.example',
  '/\r/evil.example',
  '\t//evil.example',
  ' //evil.example',
  '/ /evil.example',
  '/%09/evil.example\t',
  '/\u00a0/evil.example',
  '/\u3000/evil.example',
  '/\u200b/evil.example',
  '/\ufeff//evil.example',
  '/\u2028/evil.example',
  '/.//evil.example',
  '/..//evil.example',
  '/./\\evil.example',
  '/a/..//evil.example',
  '/a/../..//evil.example',
  '/%2e//evil.example',
  '/%2e%2e//evil.example',
  '.evil.example',
  '@evil.example',
  '/api/auth/signout',
  'evil.example',
  'www.evil.example',
  '//evil.example/%2f..',
  '//evil%E3%80%82example',
  '//\u3002evil',
  '//[::1]:9',
  '//0x7f000001',
  '//3627734734',
  '//evil.example:80',
  '//user:pass@evil.example',
  '//localhost:3000@evil.example',
  '?next=//evil.example',
  '#//evil.example',
  '',
  '/\u0000/evil',
  '/\\/\\evil.example',
  '/\\\\evil.example',
  '//%5cevil.example',
  'mailto:a@evil.example',
  `/${'a'.repeat(600)}`,
  'http://localhost:3000/learn',
  '/api/auth/callback/sso?x=//evil.example',
]

describe('where to go after signing in', () => {
  it.each(EVIL)('never leaves our own site: %j', (payload) => {
    const target = ownPath(payload)
    expect(target.startsWith('/') && !target.startsWith('//')).toBe(true)
    expect(new URL(target, 'https://own.example').origin).toBe('https://own.example')
    expect(target).not.toMatch(/[\\\s]/)
  })
  it('keeps our own paths with their query', () => {
    expect(ownPath('/manage/rates?county=330203&asOf=2026-11-01')).toBe('/manage/rates?county=330203&asOf=2026-11-01')
  })
})
