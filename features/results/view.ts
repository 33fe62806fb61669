import { z } from 'zod'

export const ROW_STATES = ['MATCHED', 'WRITTEN', 'QUEUED', 'UNCOUNTED', 'REPEATED', 'INVALID', 'SET_ASIDE'] as const

const count = z.coerce.number().int().min(0).optional().catch(undefined)

/** What the address of a batch's page says; anything odd in it means the default. */
export const batchViewInput = z.object({
  state: z.enum(ROW_STATES).optional().catch(undefined),
  after: count,
  /** The row for which another enterprise is looked for, and by what. */
  row: count,
  search: z.string().trim().max(60).catch('').default(''),
  /** The row decided just now and how many others it explained; or how many wait again after an undo. */
  decided: count,
  others: count,
  undone: count,
  /** The row put aside just now. */
  aside: count,
  /** The queue by plain suggestions, a page at a time; and how many were decided so just now. */
  likely: z.enum(['1']).optional().catch(undefined),
  several: count,
})
export type BatchView = z.output<typeof batchViewInput>

/** The address of a part of a batch's page. */
export function batchHref(id: string, view: Partial<Omit<BatchView, 'search' | 'row'>> = {}): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(view)) if (value !== undefined) query.set(name, String(value))
  const written = query.toString()
  return `/manage/results/${id}${written ? `?${written}` : ''}`
}
