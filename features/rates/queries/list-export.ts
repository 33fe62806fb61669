import 'server-only'
import type { Actor } from '@/domain/permissions/actor'
import { openSnapshot } from '@/server/db/snapshot'
import { listStatement } from './list-rows'
import type { ListRow } from './list-rows'
import { withReasons } from './list-page'
import type { ListFrame, ShownRow } from './list-page'

const CHUNK_ROWS = 500

/**
 * Every row of a list, of one moment, as the officer may see it; the same rows in the same order as on screen.
 * Rows are fetched in chunks, and the reasons of a chunk with it, so memory stays flat.
 */
export async function* listExport(actor: Actor, { question }: ListFrame): AsyncGenerator<ShownRow> {
  const { snapshot, close } = await openSnapshot()
  try {
    const { after: _after, ...view } = question.view
    const { sql, values } = listStatement({ ...question, view }, { limit: null })
    for await (const rows of snapshot.chunks<ListRow>(sql, values, CHUNK_ROWS)) {
      yield* await withReasons(snapshot, actor, question, rows)
    }
  } finally {
    await close()
  }
}
