import 'server-only'
import type { Actor } from '@/domain/permissions/actor'
import { scopePatterns } from '@/server/auth/scope'
import type { Transaction } from '@/server/db/client'

/**
 * The entries of a programme in the officer's area that the lines name, by code or by a name the enterprise bears or bore. A line that names none of
 * them, or two, is in `missing` as it was written.
 */
export async function findEntries(
  tx: Transaction,
  actor: Actor,
  asked: { programmeId: string; lines: readonly string[] },
): Promise<{ entryIds: string[]; missing: string[] }> {
  const rows = await tx.$queryRaw<{ line: string; entryId: string }[]>`
    SELECT DISTINCT asked.line, t.entry_id AS "entryId"
    FROM jsonb_array_elements_text(${JSON.stringify(asked.lines)}::jsonb) AS asked(line)
    JOIN enterprise x ON x.uscc = upper(asked.line)
      OR x.id IN (SELECT n.enterprise_id FROM enterprise_name n WHERE n.name = asked.line AND n.retracted_at IS NULL)
    JOIN roster_entry e ON e.enterprise_id = x.id AND e.programme_id = ${asked.programmeId}::uuid
    JOIN standing t ON t.entry_id = e.id JOIN region l ON l.id = t.leaf_id
    WHERE l.path LIKE ANY (${scopePatterns(actor)})`
  const byLine = new Map<string, string[]>()
  for (const { line, entryId } of rows) byLine.set(line, [...(byLine.get(line) ?? []), entryId])
  const entryIds = new Set<string>()
  const missing: string[] = []
  for (const line of asked.lines) {
    const found = byLine.get(line) ?? []
    const [only] = found
    if (only && found.length === 1) entryIds.add(only)
    else missing.push(line)
  }
  return { entryIds: [...entryIds], missing }
}
