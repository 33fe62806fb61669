import { describe, expect, it } from 'vitest'
import { randomFrom } from '@/domain/exams/random'
import { correlation } from './classical'
import { fitTwoParameters, type Responses } from './two-parameter'

/** A standard normal number by Box and Muller. */
function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}

/** People answering fifteen of sixty questions with known parameters, as papers are drawn here. */
function simulated(seed: string, people: number, items: number, asked: number) {
  const random = randomFrom(seed)
  const truth = Array.from({ length: items }, () => ({ a: Math.exp(0.3 * normal(random)), b: normal(random) }))
  const answers = Array.from({ length: people }, (): Responses => {
    const theta = normal(random)
    const drawn = Array.from({ length: items }, (_, item) => ({ item, at: random() })).sort((x, y) => x.at - y.at)
    return drawn.slice(0, asked).map(({ item }) => {
      const { a, b } = truth[item] ?? { a: 1, b: 0 }
      return { item, isRight: random() < 1 / (1 + Math.exp(-a * (theta - b))) }
    })
  })
  return { truth, answers }
}

const rootMeanSquare = (values: readonly number[]) =>
  Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / values.length)

describe('the two-parameter model', () => {
  it('finds the parameters of a simulated bank: 4,000 people, papers of 15 of 60 questions', () => {
    const { truth, answers } = simulated('bank of sixty', 4000, 60, 15)
    const fitted = fitTwoParameters(answers, 60)
    const errors = fitted.map(({ b }, item) => b - (truth[item]?.b ?? 0))
    expect(rootMeanSquare(errors)).toBeLessThan(0.15)
    expect(rootMeanSquare(fitted.map(({ a }, item) => a - (truth[item]?.a ?? 0)))).toBeLessThan(0.15)
    expect(
      correlation(
        fitted.map(({ b }) => b),
        truth.map(({ b }) => b),
      ),
    ).toBeGreaterThan(0.98)
    // The stated error holds the truth about as often as a 95 % interval should.
    const covered = errors.filter((error, item) => Math.abs(error) <= 1.96 * (fitted[item]?.errorOfB ?? 0)).length
    expect(covered).toBeGreaterThanOrEqual(51)
  })

  it('stays within reason at the smallest number it is used for, about 200 answers a question', () => {
    const { truth, answers } = simulated('two hundred', 800, 60, 15)
    const fitted = fitTwoParameters(answers, 60)
    expect(rootMeanSquare(fitted.map(({ b }, item) => b - (truth[item]?.b ?? 0)))).toBeLessThan(0.35)
  })

  it('neither runs away where everybody is right nor fails where nobody answered', () => {
    const everybody = Array.from({ length: 300 }, (): Responses => [{ item: 0, isRight: true }])
    const [easy, unseen] = fitTwoParameters(everybody, 2)
    expect(easy?.b).toBeLessThan(-1)
    expect(easy?.b).toBeGreaterThan(-8)
    expect(unseen).toMatchObject({ a: 1, b: 0 })
  })
})
