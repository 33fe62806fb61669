import { z } from 'zod'

const text = (max: number) => z.string().trim().max(max).catch('').default('')

/** What the roster's address says; anything odd in it means the default. */
export const rosterViewInput = z.object({
  programme: z.uuid().optional().catch(undefined),
  roster: z.enum(['key', 'all']).catch('all').default('all'),
  region: z
    .string()
    .regex(/^[0-9A-Za-z]{4,30}$/)
    .optional()
    .catch(undefined),
  vacant: z.enum(['1']).optional().catch(undefined),
  search: text(60),
  after: z.string().max(400).optional().catch(undefined),
})
export type RosterView = z.output<typeof rosterViewInput>

/** The address of a view, defaults left out. */
export function rosterQuery(view: Partial<RosterView>): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(view))
    if (value && !(name === 'roster' && value === 'all')) query.set(name, value)
  const written = query.toString()
  return written ? `?${written}` : ''
}

export const VERDICTS = ['NEW', 'CHANGED', 'UNCHANGED', 'CONFLICT', 'INVALID', 'LEFT'] as const

/** What the address of an import's page says. */
export const importViewInput = z.object({
  verdict: z
    .enum([...VERDICTS, 'WARNING'])
    .optional()
    .catch(undefined),
  after: z.coerce.number().int().min(0).optional().catch(undefined),
})
export type ImportView = z.output<typeof importViewInput>
