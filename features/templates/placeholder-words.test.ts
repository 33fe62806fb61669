import { describe, expect, it } from 'vitest'
import { PURPOSES, placeholdersOf } from '@/domain/documents/placeholders'
import en from '@/messages/en/templates.json'
import zh from '@/messages/zh/templates.json'

describe.each([
  ['zh', zh],
  ['en', en],
] as const)('in %s', (_, { meaning, about }) => {
  it.each(PURPOSES)('every placeholder of %s says what it is', (purpose) => {
    const values = placeholdersOf(purpose).flatMap((spec) => (spec.kind === 'list' ? [spec, ...spec.columns] : [spec]))
    expect(values.map((value) => value.meaning).filter((key) => !(key in meaning))).toEqual([])
    const words = values.flatMap((value) => ('about' in value ? Object.values(value.about ?? {}) : []))
    expect(words.filter((word) => !(word in about))).toEqual([])
  })
})
