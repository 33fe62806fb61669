import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bankHealth, type HealthQuestion } from './bank-health'
import { randomFrom } from './random'

const question = (
  id: number,
  right: number,
  lengths: readonly number[],
  prompt = `题${'甲乙丙丁戊己庚辛'[id % 8]}${id}`,
): HealthQuestion => ({
  id: `q${id}`,
  kind: 'single',
  concept: `c${id % 3}`,
  difficulty: 1,
  prompt,
  options: lengths.map((length, place) => ({
    text: String.fromCodePoint(0x4e00 + id * 7 + place).repeat(length),
    isRight: place === right,
  })),
})

describe('the health of a bank', () => {
  it('is not told skewed of banks in which chance put right options and lengths', () => {
    let told = 0
    for (let seed = 0; seed < 200; seed++) {
      const random = randomFrom(`bank ${seed}`)
      const size = () => 3 + Math.floor(random() * 9)
      const bank = Array.from({ length: 80 }, (_, id) =>
        question(id, Math.floor(random() * 4), [size(), size(), size(), size()]),
      )
      const health = bankHealth(bank, [])
      if (health.longest.isSkewed || health.positions.isSkewed) told++
    }
    // Three deviations and one in a thousand: of 200 banks hardly one.
    expect(told).toBeLessThanOrEqual(4)
  })

  it('finds right options that are the longest, and right options at one place', () => {
    const longest = Array.from({ length: 40 }, (_, id) =>
      question(
        id,
        id % 4,
        [0, 1, 2, 3].map((place) => (place === id % 4 ? 12 : 5 + (place % 2))),
      ),
    )
    expect(bankHealth(longest, []).longest).toMatchObject({ share: 1, isSkewed: true })
    expect(bankHealth(longest, []).positions.isSkewed).toBe(false)
    const first = Array.from({ length: 40 }, (_, id) => question(id, 0, [5, 6, 7, 8]))
    expect(bankHealth(first, []).positions).toEqual({ counts: [40, 0, 0, 0], isSkewed: true })
  })

  it('finds questions that are nearly the same, other figures or not, and never a question with itself', () => {
    const same = '示例·甬江机械2025年前五类研发费用合计900,000元，其他相关费用的限额是多少？'
    const bank = [
      question(1, 0, [2, 2, 2], same),
      { ...question(1, 1, [2, 2, 2], same.replace('900,000', '450,000')), id: 'again' },
    ]
    expect(bankHealth(bank, []).nearDuplicates).toMatchObject([{ one: 'q1', other: 'again' }])
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(500), { minLength: 1, maxLength: 12 }), (ids) => {
        const pairs = bankHealth(
          ids.map((id) => question(id, 0, [3, 4])),
          [],
        ).nearDuplicates
        expect(pairs.every(({ one, other }) => one !== other)).toBe(true)
      }),
    )
  })

  it('finds options that say all or none of the others, and concepts hardly asked about', () => {
    const lazy = {
      ...question(1, 0, [2, 2]),
      options: [
        { text: '以上都对', isRight: true },
        { text: '其一', isRight: false },
      ],
    }
    expect(bankHealth([lazy, question(2, 0, [2, 2])], ['c1', 'c2', 'c9'])).toMatchObject({
      allOfThem: ['q1'],
      thinConcepts: ['c1', 'c2', 'c9'],
    })
  })
})
