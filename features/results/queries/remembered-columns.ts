import 'server-only'
import { createHash } from 'node:crypto'
import type { ResultReading, ResultUse } from '@/domain/results/result-row'
import { db } from '@/server/db/client'
import type { QuestionnaireMapping } from '../batch-options'

/** What tells one questionnaire from another, as stored; null for a sheet that is none. */
export function fingerprintOf(reading: Pick<ResultReading, 'fingerprintText'>): string | null {
  return reading.fingerprintText === null ? null : createHash('sha256').update(reading.fingerprintText).digest('hex')
}

/** The readings with the columns used as the same questionnaire was read last time in this area, and that questionnaire. */
export async function withRemembered(
  regionId: string,
  sheets: readonly ResultReading[],
): Promise<{ reading: ResultReading[]; questionnaire: { id: string; mapping: QuestionnaireMapping } | null }> {
  const fingerprints = sheets.flatMap((sheet) => fingerprintOf(sheet) ?? [])
  const known = await db.questionnaire.findMany({ where: { regionId, fingerprint: { in: fingerprints } } })
  const mappings = new Map(known.map((one) => [one.fingerprint, one.mapping as unknown as QuestionnaireMapping]))
  const reading = sheets.map((sheet) => {
    const mapping = mappings.get(fingerprintOf(sheet) ?? '')
    return mapping ? { ...sheet, columns: remembered(sheet, mapping) } : sheet
  })
  const [first] = known
  return {
    reading,
    questionnaire: first ? { id: first.id, mapping: first.mapping as unknown as QuestionnaireMapping } : null,
  }
}

function remembered({ columns }: ResultReading, mapping: QuestionnaireMapping): ResultReading['columns'] {
  const uses = new Map<string, ResultUse>(mapping.uses.map(({ header, use }) => [header, use]))
  return columns.map((column) => ({ ...column, use: uses.get(column.header) ?? column.use }))
}
