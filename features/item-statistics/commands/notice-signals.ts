import 'server-only'
import { POINT } from '@/domain/exams/score'
import { isImplausiblyFast, sharedPatterns, type SignalPaper, wrongShares } from '@/domain/item-statistics/signals'
import type { SystemContext } from '@/server/context'
import type { Transaction } from '@/server/db/client'
import { db } from '@/server/db/client'
import { newId } from '@/server/db/id'
import { type Bodies, type ReadPaper, readPapers } from './read-papers'

/** Papers handed in within so many days are looked at. */
const DAYS = 30
const DAY_MS = 86_400_000

/**
 * Looks at certifying papers of the last thirty days for what an officer may ask about: answered faster than one can read, or the
 * same wrong answers as a colleague of the same enterprise beyond chance. Writes a signal once; a closed one is never opened again.
 * Times are looked at and not kept.
 *
 * @returns how many new signals were written
 */
export async function noticeSignals(ctx: SystemContext): Promise<number> {
  const since = new Date(Date.now() - DAYS * DAY_MS)
  const exams = await db.$queryRaw<{ examSlug: string }[]>`
    SELECT DISTINCT exam_slug AS "examSlug" FROM attempt
    WHERE state <> 'OPEN' AND submitted_at >= ${since} AND (blueprint ->> 'needsAccount')::boolean ORDER BY 1`
  let noticed = 0
  for (const { examSlug } of exams) noticed += await noticeInExam(ctx, examSlug, since)
  return noticed
}

async function noticeInExam(ctx: SystemContext, examSlug: string, since: Date): Promise<number> {
  const bodies: Bodies = new Map()
  const papers: SignalPaper[] = []
  const fast: { attemptId: string; right: number; questions: number }[] = []
  for await (const paper of readPapers(examSlug, bodies, { since, certifying: true })) {
    const right = paper.items.filter(({ score }) => score === POINT).length
    const questions = paper.items.length
    if (isImplausiblyFast({ questions, right, seconds: paper.seconds }))
      fast.push({ attemptId: paper.attempt, right, questions })
    papers.push(signalPaper(paper))
  }
  const patterns = sharedPatterns(await colleagues(papers), wrongShares(papers))
  return ctx.transaction(async (tx) => {
    let written = 0
    for (const { attemptId, right, questions } of fast)
      written += await write(tx, { kind: 'FAST_RIGHT', attemptId, otherAttemptId: null, detail: { right, questions } })
    for (const { one, other, shared, bothWrong, bothAsked } of patterns) {
      const [attemptId, otherAttemptId] = one < other ? [one, other] : [other, one]
      const detail = { shared, bothWrong, bothAsked }
      written += await write(tx, { kind: 'SHARED_PATTERN', attemptId, otherAttemptId, detail })
    }
    return written
  })
}

function signalPaper({ attempt, person, items }: ReadPaper): SignalPaper {
  const wrong = items.filter(({ score, chosen }) => score < POINT && chosen.length > 0)
  return {
    attempt,
    person,
    asked: items.map(({ sha }) => sha),
    wrong: new Map(wrong.map(({ sha, chosen }) => [sha, [...chosen].sort().join('\n')])),
  }
}

/** Pairs of papers by people who hold seats in the same enterprise today: only they are compared. */
async function colleagues(papers: readonly SignalPaper[]): Promise<[SignalPaper, SignalPaper][]> {
  const rows = await db.$queryRaw<{ enterprise: string; people: string[] }[]>`
    SELECT e.enterprise_id AS enterprise, array_agg(DISTINCT h.person_id) AS people
    FROM holding h JOIN seat s ON s.id = h.seat_id AND s.retracted_at IS NULL JOIN roster_entry e ON e.id = s.entry_id
    WHERE h.retracted_at IS NULL AND (h.to_on IS NULL OR h.to_on > current_date)
      AND h.person_id = ANY (${papers.map(({ person }) => person)}::uuid[])
    GROUP BY e.enterprise_id HAVING count(DISTINCT h.person_id) > 1`
  const byPerson = new Map<string, SignalPaper[]>()
  for (const paper of papers) byPerson.set(paper.person, [...(byPerson.get(paper.person) ?? []), paper])
  const pairs = new Map<string, [SignalPaper, SignalPaper]>()
  for (const { people } of rows) {
    const theirs = people.flatMap((person) => byPerson.get(person) ?? [])
    theirs.forEach((one, index) => {
      for (const other of theirs.slice(index + 1)) pairs.set([one.attempt, other.attempt].sort().join(), [one, other])
    })
  }
  return [...pairs.values()]
}

type NewSignal = {
  kind: 'FAST_RIGHT' | 'SHARED_PATTERN'
  attemptId: string
  otherAttemptId: string | null
  detail: Record<string, number>
}

/** 1 when it is new. */
async function write(tx: Transaction, { kind, attemptId, otherAttemptId, detail }: NewSignal): Promise<number> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext(${`attempt-signal/${attemptId}`})) IS NULL AS locked`
  const known = await tx.attemptSignal.findFirst({ where: { kind, attemptId, otherAttemptId }, select: { id: true } })
  if (known) return 0
  await tx.attemptSignal.create({ data: { id: newId(), kind, attemptId, otherAttemptId, detail } })
  return 1
}
