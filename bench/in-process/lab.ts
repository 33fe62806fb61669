import { labGenerator } from '@/domain/labs/generators'
import { serve } from './serve'

const generator = labGenerator('other-cost-cap')
if (!generator) throw new Error('There is no such generator.')

serve(
  (index) => {
    const { key } = generator.generate(`bench-${index}`, index % 2 === 0 ? 'CERTIFYING' : 'PRACTICE')
    const typed = Object.fromEntries(key.cells.map(({ id, expected }) => [id, (expected / 100).toFixed(2)]))
    if (!generator.grade(key, typed, 80).passed) throw new Error('The right figures did not pass.')
  },
  { suffix: 'other-cost-cap' },
)
