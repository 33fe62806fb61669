import { formatCell } from '@/domain/labs/cell-value'
import { labNamed } from '@/domain/labs/labs'
import { serve } from './serve'

const [, , name = ''] = process.argv
const lab = labNamed(name)
if (!lab) throw new Error(`There is no lab ${name}.`)
const rule = { passPercent: 80, decisive: lab.decisive }

serve((index) => {
  const { sheet, key } = lab.generate(`bench-${index}`, index % 2 === 0 ? 'CERTIFYING' : 'PRACTICE')
  const typed = Object.fromEntries(
    sheet.cells.map((spec, at) => [spec.id, formatCell(spec, key.cells[at]?.expected ?? 0)]),
  )
  if (!lab.grade({ sheet, key }, typed, rule).passed) throw new Error('The right figures did not pass.')
}, {})
