import 'server-only'
import { randomBytes } from 'node:crypto'
import { addDays } from '@/domain/calendar/day'
import { rightAnswerOf } from '@/domain/exams/answer-key'
import { randomFrom, shuffled } from '@/domain/exams/random'
import { reaches } from '@/domain/permissions/reaches'
import { drawSample, LEAST_POPULATION, SPOT_DAYS, SPOT_QUESTIONS } from '@/domain/spot-checks/sample'
import { recordAudit } from '@/server/audit/record'
import { shanghaiToday } from '@/server/clock'
import { courseByExam } from '@/server/content/catalog'
import type { CompiledCourse, CompiledQuestion } from '@/server/content/compiled'
import { drawableQuestions } from '@/server/content/drawable-questions'
import type { Context } from '@/server/context'
import type { Transaction } from '@/server/db/client'
import { columnOfDay } from '@/server/db/day'
import { newId } from '@/server/db/id'
import { ok, type Outcome, refuse } from '@/server/outcome'

type Counted = { id: string; entryId: string; holdingId: string; personId: string; stratum: string }
type Refusal = 'not-found' | 'too-few' | 'no-questions'

/**
 * Draws a sample among the HEAD seats of key enterprises that are counted as aware now in a region, stratified by the areas beneath it, with three
 * questions each from the bank of the exam that is asked for, other for everybody. Refuses 'too-few' below ten counted seats, 'no-questions' when the programme
 * asks no exam of heads or its bank is too small.
 */
export function drawSpotCheck(
  ctx: Context,
  given: { programmeId: string; regionId: string; size: number },
): Promise<Outcome<{ spotCheckId: string; size: number }, Refusal>> {
  return ctx.transaction(async (tx) => {
    const region = await tx.region.findUnique({ where: { id: given.regionId } })
    if (!region || !reaches(ctx.actor, region.path)) return refuse('not-found')
    const course = await askedCourse(tx, given.programmeId)
    const bank = course ? await askable(tx, course) : []
    if (!course || bank.length < SPOT_QUESTIONS) return refuse('no-questions')
    const { counted, whole } = await countedSeats(tx, given.programmeId, region.path)
    if (counted.length < LEAST_POPULATION)
      return refuse('too-few', { least: LEAST_POPULATION, counted: counted.length })
    const seed = randomBytes(16).toString('hex')
    const sample = drawSample(counted, given.size, seed)
    const spotCheckId = newId()
    const drawnOn = shanghaiToday()
    await tx.spotCheck.create({
      data: {
        ...{ id: spotCheckId, programmeId: given.programmeId, regionId: region.id, courseSlug: course.slug, seed },
        ...{ claimedPart: counted.length, claimedWhole: whole, drawnById: ctx.actor.personId },
        drawnOn: columnOfDay(drawnOn),
        closesOn: columnOfDay(addDays(drawnOn, SPOT_DAYS)),
      },
    })
    await tx.spotCheckSeat.createMany({
      data: sample.map(({ id, ...seat }, position) => ({
        ...{ id: newId(), spotCheckId, position, answers: [] },
        ...seat,
        ...threeQuestions(bank, `${seed}:${id}`),
      })),
    })
    await recordAudit(tx, ctx, {
      kind: 'spot-check.drawn',
      subjectId: spotCheckId,
      regionPath: region.path,
      detail: { size: sample.length, counted: counted.length },
    })
    return ok({ spotCheckId, size: sample.length })
  })
}

/** The course whose exam a programme asks of heads for AWARENESS today. */
async function askedCourse(tx: Transaction, programmeId: string): Promise<CompiledCourse | undefined> {
  const today = shanghaiToday()
  const [asked] = await tx.$queryRaw<{ slug: string }[]>`
    SELECT a.slug FROM requirement r JOIN requirement_alternative a ON a.requirement_id = r.id
    WHERE r.programme_id = ${programmeId}::uuid AND r.seat_kind = 'HEAD' AND r.rate = 'AWARENESS' AND a.subject_kind = 'EXAM'
      AND r.retracted_at IS NULL AND r.from_on <= ${today}::date AND (r.to_on IS NULL OR r.to_on > ${today}::date)
    ORDER BY r.id, a.id LIMIT 1`
  return asked && courseByExam(asked.slug)
}

/** Questions of one tap that stand alone and are not withdrawn. */
async function askable(tx: Transaction, course: CompiledCourse): Promise<CompiledQuestion[]> {
  const gone = await tx.itemWithdrawal.findMany({ where: { course: course.slug, restoredAt: null } })
  const withdrawn = new Set(gone.map(({ questionId }) => questionId))
  return drawableQuestions(course).filter(
    ({ id, kind }) => !withdrawn.has(id) && (kind === 'single' || kind === 'truefalse'),
  )
}

async function countedSeats(
  tx: Transaction,
  programmeId: string,
  path: string,
): Promise<{ counted: Counted[]; whole: number }> {
  const seats = await tx.$queryRaw<(Omit<Counted, 'id'> & { id: string; aware: boolean })[]>`
    SELECT s.seat_id AS id, s.entry_id AS "entryId", s.holding_id AS "holdingId", s.holder_id AS "personId", s.awareness IS TRUE AS aware,
      coalesce(split_part(substr(l.path, ${path.length + 1}::int), '.', 1), '') AS stratum
    FROM seat_standing s JOIN standing t ON t.entry_id = s.entry_id JOIN region l ON l.id = t.leaf_id
    WHERE t.programme_id = ${programmeId}::uuid AND t.is_key AND s.kind = 'HEAD' AND s.awareness IS NOT NULL AND l.path LIKE ${`${path}%`}`
  const counted = seats.filter(({ aware, personId }) => aware && personId !== null).map(({ aware: _, ...seat }) => seat)
  return { counted, whole: seats.length }
}

/** Three questions with their options in an order and under names of this seat's own, so that nothing tells the right ones. */
function threeQuestions(bank: readonly CompiledQuestion[], seed: string) {
  const random = randomFrom(seed)
  const drawn = shuffled(bank, random).slice(0, SPOT_QUESTIONS)
  const key: string[] = []
  const questions = drawn.map(({ kind, prompt, options, key: answer }) => {
    const [right = ''] = rightAnswerOf(answer)
    if (kind === 'truefalse') {
      key.push(right)
      return { prompt, options: [] }
    }
    const shown = shuffled(options, random)
    key.push(`o${shown.findIndex(({ id }) => id === right)}`)
    return { prompt, options: shown.map(({ text }, index) => ({ id: `o${index}`, text })) }
  })
  return { questions, key }
}
