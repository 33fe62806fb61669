import type { Fen } from '../fen'
import type { CellValue } from '../lab-sheet'
import { solveCap } from './solve'

/** What the learner's own figures further up lead to at a cell; null where a figure is missing or nothing comes before. */
export function follow(cell: string, answers: Readonly<Record<string, CellValue | null>>): Fen | null {
  const of = (id: string) => (typeof answers[id] === 'number' ? answers[id] : null)
  const both = (one: Fen | null, other: Fen | null, join: (a: Fen, b: Fen) => Fen) =>
    one === null || other === null ? null : join(one, other)
  const five = of('five')
  switch (cell) {
    case 'five':
    case 'other':
      return sumOfProjects(answers, cell)
    case 'limit':
      return five === null ? null : solveCap([{ five, other: 0 }]).limit
    case 'allowed':
      return both(of('limit'), of('other'), Math.min)
    case 'cut':
      return both(of('other'), of('allowed'), (a, b) => a - b)
    case 'base':
      return both(five, of('allowed'), (a, b) => a + b)
    case 'gain':
      return both(of('allowed'), of('old-allowed'), (a, b) => a - b)
    default:
      return null
  }
}

function sumOfProjects(answers: Readonly<Record<string, CellValue | null>>, column: 'five' | 'other'): Fen | null {
  const amounts = Object.keys(answers)
    .filter((id) => id.endsWith(`-${column}`))
    .map((id) => answers[id])
  return amounts.reduce<Fen | null>(
    (sum, amount) => (sum === null || typeof amount !== 'number' ? null : sum + amount),
    0,
  )
}
