import 'server-only'
import type { Transaction } from '@/server/db/client'

/** Ids of the questions that a person's earlier papers of an exam held, the latest last. */
export async function askedQuestions(tx: Transaction, personId: string, examSlug: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    /* prepared: asked-questions */
    SELECT v.body ->> 'id' AS id FROM attempt t
    JOIN attempt_item i ON i.attempt_id = t.id JOIN item_version v ON v.sha256 = i.item_sha
    WHERE t.person_id = ${personId}::uuid AND t.exam_slug = ${examSlug} ORDER BY t.no, i.position`
  return rows.map(({ id }) => id)
}
