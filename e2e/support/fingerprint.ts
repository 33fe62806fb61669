import { row, rows } from './installation'

/**
 * Written by the worker and the limits by themselves, whatever anybody asks for. The two tallies are counted from tables
 * that are compared here, a while after those change: what raised the world may still be counted while a test runs.
 */
const BY_ITSELF = [
  'worker_beat',
  'rate_limit',
  'settlement',
  'tally',
  'daily_tally',
  'audit_unsealed',
  'audit_seal',
  'audit_anchor',
  '_prisma_migrations',
]

/** Count and content of every table of the product, one text each: equal texts, equal rows. */
export async function fingerprint(): Promise<Record<string, string>> {
  const tables = await rows<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> ALL ($1) ORDER BY 1`,
    [BY_ITSELF],
  )
  const found: Record<string, string> = {}
  for (const { name } of tables) {
    const { text } = await row<{ text: string }>(
      `SELECT count(*) || ' ' || coalesce(md5(string_agg(line, '' ORDER BY line)), '') AS text
        FROM (SELECT md5(t::text) AS line FROM "${name}" t) lines`,
    )
    found[name] = text
  }
  return found
}

/** Names of the tables that differ. */
export function changedTables(before: Record<string, string>, after: Record<string, string>): string[] {
  return Object.keys(before).filter((name) => before[name] !== after[name])
}
