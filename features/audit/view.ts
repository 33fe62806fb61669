import { z } from 'zod'
import { isDay } from '@/domain/calendar/day'
import { AUDIT_GROUPS, type AuditGroup, type AuditKind } from '@/server/audit/entry'

const text = (max: number) => z.string().trim().max(max).catch('').default('')

/** What the address of the audit page says. Days stay as they were typed, so that a wrong one comes back into its field. */
export const auditViewInput = z.object({
  kind: text(60),
  actor: z.uuid().optional().catch(undefined),
  from: text(20),
  to: text(20),
  subject: text(60),
  after: z.string().max(200).optional().catch(undefined),
})
export type AuditView = z.output<typeof auditViewInput>

export type AuditViewProblem = 'bad-from' | 'bad-to' | 'turned-round'

/** What is wrong with the days of a view; empty when they can be asked for. */
export function viewProblems({ from, to }: AuditView): AuditViewProblem[] {
  const bad: AuditViewProblem[] = []
  if (from && !isDay(from)) bad.push('bad-from')
  if (to && !isDay(to)) bad.push('bad-to')
  if (bad.length === 0 && from && to && from > to) bad.push('turned-round')
  return bad
}

export const GROUPS = Object.keys(AUDIT_GROUPS) as AuditGroup[]

/** The kinds that a view asks for: one, all of a group ("group:roster"), or null for every kind; a word it does not know means every kind. */
export function kindsAsked(kind: string): readonly AuditKind[] | null {
  const group = GROUPS.find((one) => kind === `group:${one}`)
  if (group) return AUDIT_GROUPS[group]
  const known = GROUPS.flatMap((one): readonly AuditKind[] => AUDIT_GROUPS[one]).find((one) => one === kind)
  return known ? [known] : null
}

/** The address of a view, what is empty left out. */
export function auditQuery(view: Partial<AuditView>): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(view)) if (value) query.set(name, value)
  const written = query.toString()
  return `/manage/audit${written ? `?${written}` : ''}`
}
