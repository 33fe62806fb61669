import { describe, expect, it } from 'vitest'
import type { MatchCandidate } from './match'
import { plainSuggestion } from './plain-suggestion'

const candidate = (personId: string | null, ...because: MatchCandidate['because']) => ({
  entryId: `entry of ${personId}`,
  personId,
  because,
})

describe('the plain suggestion', () => {
  it('speaks for enterprise and person', () => {
    const only = candidate('p1', 'name-near', 'person-name')
    expect(plainSuggestion([only, candidate('p2', 'name-near'), candidate('p3', 'person-name')])).toBe(only)
    expect(plainSuggestion([candidate('p1', 'same-enterprise', 'person-sounds')])?.personId).toBe('p1')
  })

  it.each([
    ['nothing is suggested', []],
    ['only the enterprise is alike', [candidate('p1', 'name-near')]],
    ['only the person is alike', [candidate('p1', 'person-name')]],
    ['nobody there is alike', [candidate(null, 'name-near', 'former-name')]],
    ['two are as good', [candidate('p1', 'name-near', 'person-name'), candidate('p2', 'same-enterprise', 'mobile')]],
  ])('is none when %s', (_, candidates) => expect(plainSuggestion(candidates)).toBeNull())
})
