import 'server-only'
import { scoreOf } from '@/domain/exams/score'
import { type ItemBody, type OptionMap, ownAnswer } from '@/server/content/learner-paper'
import { db, Prisma } from '@/server/db/client'

/** One question of a closed paper, graded from what was stored: a withdrawn question keeps what it really brought. */
export type ReadItem = { sha: string; score: number; chosen: string[] }

/** A closed paper. `seconds` from its opening to its last answer. */
export type ReadPaper = { attempt: string; person: string; seconds: number; items: ReadItem[] }

type Row = {
  attempt: string
  person: string
  seconds: number
  items: { sha: string; map: OptionMap; value: string[] | null }[]
}

const AT_ONCE = 1000

/** Bodies by the hash (hex) they are stored under. */
export type Bodies = Map<string, ItemBody>

/**
 * Closed papers of an exam, the latest first, in pages of a thousand so that memory holds one page of raw rows at a time.
 *
 * @param wanted `since`: only those handed in from then on; `certifying`: only papers that need an account
 */
export async function* readPapers(
  examSlug: string,
  bodies: Bodies,
  wanted: { since?: Date; certifying?: boolean } = {},
): AsyncGenerator<ReadPaper> {
  let before: string | null = null
  for (;;) {
    const rows: Row[] = await page(examSlug, before, wanted)
    await addBodies(bodies, rows)
    for (const row of rows) yield paperOf(row, bodies)
    if (rows.length < AT_ONCE) return
    before = rows.at(-1)?.attempt ?? null
  }
}

function page(
  examSlug: string,
  before: string | null,
  { since, certifying }: { since?: Date; certifying?: boolean },
): Promise<Row[]> {
  return db.$queryRaw<Row[]>`
    SELECT t.id AS attempt, t.person_id AS person,
      coalesce(extract(epoch FROM max(w.saved_at) - t.started_at), 0)::float8 AS seconds,
      jsonb_agg(jsonb_build_object('sha', encode(i.item_sha, 'hex'), 'map', i.option_map, 'value', w.value)
        ORDER BY i.position) AS items
    FROM attempt t JOIN attempt_item i ON i.attempt_id = t.id
    LEFT JOIN answer w ON w.attempt_id = i.attempt_id AND w.position = i.position
    WHERE t.exam_slug = ${examSlug} AND t.state <> 'OPEN'
      ${before ? Prisma.sql`AND t.id < ${before}::uuid` : Prisma.empty}
      ${since ? Prisma.sql`AND t.submitted_at >= ${since}` : Prisma.empty}
      ${certifying ? Prisma.sql`AND (t.blueprint ->> 'needsAccount')::boolean` : Prisma.empty}
    GROUP BY t.id ORDER BY t.id DESC LIMIT ${AT_ONCE}`
}

async function addBodies(bodies: Bodies, rows: readonly Row[]): Promise<void> {
  const wanted = [...new Set(rows.flatMap(({ items }) => items.map(({ sha }) => sha)))].filter(
    (sha) => !bodies.has(sha),
  )
  if (wanted.length === 0) return
  const found = await db.$queryRaw<{ sha: string; body: ItemBody }[]>`
    SELECT encode(sha256, 'hex') AS sha, body FROM item_version
    WHERE sha256 IN (SELECT decode(hex, 'hex') FROM unnest(${wanted}::text[]) AS hex)`
  for (const { sha, body } of found) bodies.set(sha, body)
}

function paperOf({ items, ...row }: Row, bodies: Bodies): ReadPaper {
  return {
    ...row,
    items: items.flatMap(({ sha, map, value }) => {
      const body = bodies.get(sha)
      if (!body) return []
      const chosen = ownAnswer(value ?? [], body.kind, map)
      return [{ sha, score: scoreOf(body.key, chosen), chosen }]
    }),
  }
}
