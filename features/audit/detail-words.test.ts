import { describe, expect, it } from 'vitest'
import { messagesOf } from '@/i18n/request'
import { AUDIT_GROUPS } from '@/server/audit/entry'
import { detailWords } from './detail-words'

const KINDS = Object.values(AUDIT_GROUPS).flat()

describe('words of the trail', () => {
  it.each(['zh', 'en'] as const)('are there for every kind and every group in %s, each only once', (locale) => {
    const audit = messagesOf(locale).audit as { kind: Record<string, Record<string, string>>; groups: object }
    const words = KINDS.map((kind) => {
      const [subject = '', verb = ''] = kind.split('.')
      return audit.kind[subject]?.[verb] ?? `no word for ${kind}`
    })
    expect(words.filter((word) => word.startsWith('no word'))).toEqual([])
    expect(new Set(words).size).toBe(KINDS.length)
    expect(Object.keys(audit.groups).sort()).toEqual(Object.keys(AUDIT_GROUPS).sort())
  })

  it('lists no kind twice', () => {
    expect(new Set(KINDS).size).toBe(KINDS.length)
  })

  it('shows counts, days, codes and the reason, in a fixed order, and nothing else of a detail', () => {
    expect(
      detailWords({
        rows: 3,
        role: 'AUDITOR',
        right: 4,
        total: 5,
        passed: true,
        entryId: 'x',
        toOn: '2026-12-31',
        reason: '',
      }),
    ).toEqual([
      { key: 'role', code: 'AUDITOR' },
      { key: 'rows', value: '3' },
      { key: 'toOn', value: '2026-12-31' },
    ])
    expect(detailWords({ rows: { deep: 1 }, added: null })).toEqual([])
    expect(detailWords(null)).toEqual([])
  })
})
