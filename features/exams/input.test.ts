import { describe, expect, it } from 'vitest'
import { paperInput, saveAnswerInput } from './input'

const attempt = '01a20a96-d68b-71de-b305-bb16aba14752'

describe('a paper sent as a form', () => {
  it('takes what the fields of the shown questions say, nothing chosen included', () => {
    const form = { attempt, intent: 'save', live: '0', shown: ['1', '2', '3'], q1: 'a', q2: ['b', 'c'] }
    expect(paperInput.parse(form).answers).toEqual([
      { position: 1, value: ['a'], flagged: false },
      { position: 2, value: ['b', 'c'], flagged: false },
      { position: 3, value: [], flagged: false },
    ])
  })

  it('looks at no answer of a page whose script has saved everything', () => {
    expect(paperInput.parse({ attempt, intent: 'submit', live: '1', shown: '1', q1: 'a' }).answers).toEqual([])
  })

  it('understands a button that is named twice, as Chromium 109 does, and saves when none is named', () => {
    expect(paperInput.parse({ attempt, intent: ['submit', 'submit'], shown: [] }).intent).toBe('submit')
    expect(paperInput.parse({ attempt, shown: [] }).intent).toBe('save')
  })

  it('ignores whatever else is sent, and refuses what no honest page sends', () => {
    const extra = { score: '15', passed: 'true', userId: 'x', correctAnswers: 'a' }
    expect(Object.keys(paperInput.parse({ attempt, shown: '1', q1: 'a', ...extra }))).toEqual([
      'attempt',
      'intent',
      'answers',
    ])
    expect(paperInput.safeParse({ attempt, intent: 'grade', shown: '1' }).success).toBe(false)
    expect(paperInput.safeParse({ attempt, shown: '1', q1: 'a'.repeat(41) }).success).toBe(false)
    expect(paperInput.safeParse({ attempt, shown: '0' }).success).toBe(false)
  })
})

it('a saved answer holds nothing that the database cannot store', () => {
  const answer = (text: string) => saveAnswerInput.safeParse({ v: 1, seq: 1, value: [text] }).success
  expect(answer('𠮷 12.5')).toBe(true)
  expect(answer('a\u0000')).toBe(false)
  expect(answer('\ud800')).toBe(false)
})
