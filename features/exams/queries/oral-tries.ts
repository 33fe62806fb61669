import 'server-only'
import { shanghaiToday } from '@/server/clock'
import type { Transaction } from '@/server/db/client'
import type { OralExam } from './askable-heads'

/** What somebody has tried at an exam, as `oralStartRule` asks for it; checks that were taken back do not count. */
export async function oralTries(
  tx: Pick<Transaction, '$queryRaw'>,
  personId: string,
  exam: Pick<OralExam, 'slug' | 'minVersion' | 'validDays'>,
): Promise<{ failed: { closedAt: Date }[]; hasOralPass: boolean }> {
  const failed = await tx.$queryRaw<{ closedAt: Date }[]>`
    SELECT coalesce(submitted_at, started_at) AS "closedAt" FROM attempt
    WHERE person_id = ${personId}::uuid AND exam_slug = ${exam.slug} AND state <> 'OPEN' AND passed IS NOT TRUE
    UNION ALL
    SELECT coalesce(submitted_at, started_at) FROM oral_check
    WHERE person_id = ${personId}::uuid AND exam_slug = ${exam.slug} AND state = 'SUBMITTED' AND passed IS NOT TRUE
      AND retracted_at IS NULL`
  const passed = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM completion
    WHERE person_id = ${personId}::uuid AND subject_kind = 'EXAM' AND slug = ${exam.slug} AND evidence = 'IN_PERSON'
      AND retracted_at IS NULL AND content_version >= ${exam.minVersion}
      AND (${exam.validDays}::int IS NULL OR happened_on + ${exam.validDays}::int > ${shanghaiToday()}::date)
    LIMIT 1`
  return { failed, hasOralPass: passed.length > 0 }
}
