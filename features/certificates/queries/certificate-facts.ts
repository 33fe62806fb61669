import type { CertificateSnapshot } from '@/domain/certificates/snapshot'
import type { ValidityGround } from '@/domain/certificates/validity'
import { labBySlug } from '@/server/content/catalog'
import type { Transaction } from '@/server/db/client'
import { dayOfColumn } from '@/server/db/day'

/** Right and asked questions of the attempt behind a completion; null when it did not come from an attempt. */
export async function examScore(tx: Transaction, sourceKey: string): Promise<CertificateSnapshot['score']> {
  const attemptId = /^attempt:([0-9a-f-]{36})$/.exec(sourceKey)?.[1]
  if (!attemptId) return null
  const [row] = await tx.$queryRaw<{ part: number; whole: number }[]>`
    SELECT count(*) FILTER (WHERE is_right)::int AS part, count(*)::int AS whole FROM attempt_item WHERE attempt_id = ${attemptId}::uuid`
  return row && row.whole > 0 ? row : null
}

/** Labs the person has completed, each once, in the order first completed. */
export async function passedLabs(tx: Transaction, personId: string): Promise<CertificateSnapshot['labs']> {
  const rows = await tx.completion.findMany({
    where: { personId, subjectKind: 'LAB', retractedAt: null, evidence: { not: 'IMPORTED' } },
    orderBy: [{ happenedOn: 'asc' }, { id: 'asc' }],
    select: { slug: true, happenedOn: true },
  })
  const first = new Map<string, string>()
  for (const { slug, happenedOn } of rows) if (!first.has(slug)) first.set(slug, dayOfColumn(happenedOn))
  return [...first].map(([slug, passedOn]) => ({ slug, title: labBySlug(slug)?.title ?? slug, passedOn }))
}

/** Programmes in which the person holds a seat on that day that asks for this exam; the latest ending first. */
export function programmesOf(
  tx: Transaction,
  personId: string,
  examSlug: string,
  on: string,
): Promise<(ValidityGround & { name: string })[]> {
  return tx.$queryRaw`
    SELECT DISTINCT programme.name, programme.to_on::text AS "programmeToOn", alternative.valid_days AS "validDays", programme.to_on
    FROM holding
    JOIN seat ON seat.id = holding.seat_id AND seat.retracted_at IS NULL
    JOIN roster_entry entry ON entry.id = seat.entry_id
    JOIN programme ON programme.id = entry.programme_id
    JOIN requirement ON requirement.programme_id = programme.id AND requirement.seat_kind = seat.kind
      AND requirement.retracted_at IS NULL AND requirement.from_on <= ${on}::date
      AND (requirement.to_on IS NULL OR requirement.to_on > ${on}::date)
    JOIN requirement_alternative alternative ON alternative.requirement_id = requirement.id
      AND alternative.subject_kind = 'EXAM' AND alternative.slug = ${examSlug}
    WHERE holding.person_id = ${personId}::uuid AND holding.retracted_at IS NULL AND holding.from_on <= ${on}::date
      AND (holding.to_on IS NULL OR holding.to_on > ${on}::date)
    ORDER BY programme.to_on DESC NULLS FIRST, programme.name`
}
