import { type Fen, halfUp, sumFen, toFen } from '../fen'
import { type AllocationCase, type Asset, costOf, type Hours, type Worker } from './allocation-case'

/** The known wrong ways, most telling first. Each changes one rule. */
export const SLIPS = [
  'clerk-counted',
  'fee-counted',
  'unrecorded-counted',
  'building-counted',
  'equal-halves',
  'all-to-larger',
  'rd-hours-only',
] as const
export type Slip = (typeof SLIPS)[number]

/** `cost × hours ÷ total`, half-up to the fen; 0 where there are no hours. Source: facts, Lab D. */
export function allotted(cost: Fen, hours: number, total: number): Fen {
  return total === 0 ? 0 : toFen(halfUp(BigInt(cost) * BigInt(hours), BigInt(total)))
}

/**
 * What each worker and asset brings to each project, and the sums, by cell id, in fen.
 *
 * @param slip only for recognising wrong ways; leave it out
 *
 * Every cell is rounded half-up once; what is left over stays in the cost of production. Source: facts, section 1.9 and Lab D.
 */
export function solveAllocation({ workers, assets }: AllocationCase, slip?: Slip): Record<string, Fen> {
  const people = workers.map((worker) => ({ id: worker.id, ...shareOfWorker(worker, slip) }))
  const equipment = assets.map((asset) => ({ id: asset.id, ...shareOfAsset(asset, slip) }))
  const cells = [...people, ...equipment].flatMap(({ id, a, b }) => [
    [`${id}-a`, a],
    [`${id}-b`, b],
  ])
  return {
    ...Object.fromEntries(cells),
    'labor-a': sumFen(people.map(({ a }) => a)),
    'labor-b': sumFen(people.map(({ b }) => b)),
    'depreciation-a': sumFen(equipment.map(({ a }) => a)),
    'depreciation-b': sumFen(equipment.map(({ b }) => b)),
  }
}

type Shares = { readonly a: Fen; readonly b: Fen }

function shareOfWorker(worker: Worker, slip?: Slip): Shares {
  if (worker.role === 'clerk' && slip !== 'clerk-counted') return { a: 0, b: 0 }
  const cost = costOf(worker) + (slip === 'fee-counted' ? worker.fee : 0)
  const isGuessed = slip === 'unrecorded-counted' && worker.role === 'partly-recorded'
  return divided(cost, isGuessed ? { ...worker, total: worker.a + worker.b + worker.other } : worker, slip)
}

function shareOfAsset(asset: Asset, slip?: Slip): Shares {
  if (asset.kind === 'building' && slip !== 'building-counted') return { a: 0, b: 0 }
  return divided(asset.depreciation, asset, slip)
}

function divided(cost: Fen, { a, b, total }: Hours, slip?: Slip): Shares {
  if (slip === 'equal-halves') return { a: equalPart(cost, a, b), b: equalPart(cost, b, a) }
  if (slip === 'all-to-larger') return { a: a >= b && a > 0 ? cost : 0, b: b > a ? cost : 0 }
  const whole = slip === 'rd-hours-only' ? a + b : total
  return { a: allotted(cost, a, whole), b: allotted(cost, b, whole) }
}

/** The whole cost for the only project, half of it for one of two; hours play no part. */
function equalPart(cost: Fen, here: number, there: number): Fen {
  if (here === 0) return 0
  return there === 0 ? cost : allotted(cost, 1, 2)
}
