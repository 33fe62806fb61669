import { beforeAll, describe, expect, it } from 'vitest'
import { newId } from '@/server/db/id'
import { linkCode, linkToken } from '@/server/auth/link-secrets'
import zh from '@/messages/zh/links.json'
import type { LinkToSend } from '../commands/links-for-sending'
import { letterOf } from './letter-text'
import { renderLetters } from './render-letters'

const words = (key: string, values: Record<string, string> = {}) => {
  const text = key.split('.').reduce<unknown>((found, part) => (found as Record<string, unknown>)[part], zh) as string
  return text.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '')
}

function linkFor(personName: string): LinkToSend {
  const id = newId()
  const link = {
    id,
    holdingId: id,
    path: `/l/${linkToken(id)}`,
    code: linkCode(id),
    expiresAt: new Date('2027-01-22T00:00:00Z'),
  }
  const holding = {
    holdingId: id,
    personId: id,
    personName,
    hasMobile: true,
    hasPassword: false,
    seatKind: 'HEAD' as const,
    post: null,
    enterprise: '示例·甬江精密机械有限公司',
    programme: '诊断+提升',
    mobileSource: '名册导入 2026-11-01 示例县',
    leafPath: 'T33.',
    leafName: '示例镇',
    inFull: true,
    missing: null,
    issuedAt: null,
    openedAt: null,
  }
  return { holding, mobile: '13800138001', link }
}

describe('letters', () => {
  let bytes: Uint8Array
  beforeAll(async () => {
    bytes = await renderLetters([letterOf(linkFor('王芳'), words), letterOf(linkFor('𠮷田'), words)])
  })

  it('makes one PDF with a page per holding', () => {
    const text = Buffer.from(bytes).toString('latin1')
    expect(text.startsWith('%PDF-')).toBe(true)
    expect(text.match(/\/Type \/Page\b/g)).toHaveLength(2)
  })
  it('never says the mobile, and says where it came from', () => {
    const letter = letterOf(linkFor('王芳'), words)
    expect(JSON.stringify(letter)).not.toContain('138')
    expect(letter.source).toContain('名册导入 2026-11-01 示例县')
  })
  it('marks a character the font lacks and names it', () => {
    const letter = letterOf(linkFor('𠮷田'), words)
    expect(letter.greeting).toContain('〓田')
    expect(letter.missing).toContain('U+20BB7')
  })
  it('says that it is a sample while no public address is set', () => {
    expect(letterOf(linkFor('王芳'), words).sample).toContain('样张')
  })
})
