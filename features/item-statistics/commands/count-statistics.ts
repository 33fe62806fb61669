import 'server-only'
import { rightAnswerOf } from '@/domain/exams/answer-key'
import { POINT } from '@/domain/exams/score'
import { type ItemAnswer, itemFigures } from '@/domain/item-statistics/classical'
import { itemFlags, MODEL_FROM } from '@/domain/item-statistics/flags'
import { fitTwoParameters, type Responses, type TwoParameters } from '@/domain/item-statistics/two-parameter'
import type { ItemBody } from '@/server/content/learner-paper'
import type { SystemContext } from '@/server/context'
import { db } from '@/server/db/client'
import type { StoredFigures } from '../stored-figures'
import { type Bodies, type ReadPaper, readPapers } from './read-papers'

/** So many of the latest papers of an exam are counted: enough for every figure, and what memory holds with ease. */
const PAPERS = 50_000

/**
 * Counts the figures of every question of every exam again from the closed papers and stores them by the question as it stood. The
 * worker calls it every night; the same papers give the same figures, and a run that is killed leaves the old ones of the exams it
 * did not reach.
 *
 * @returns how many questions were counted
 */
export async function countStatistics(ctx: SystemContext): Promise<number> {
  const exams = await db.attempt.findMany({
    where: { NOT: { state: 'OPEN' } },
    distinct: ['examSlug'],
    select: { examSlug: true },
    orderBy: { examSlug: 'asc' },
  })
  let counted = 0
  for (const { examSlug } of exams) counted += await countExam(ctx, examSlug)
  return counted
}

async function countExam(ctx: SystemContext, examSlug: string): Promise<number> {
  const bodies: Bodies = new Map()
  const answers = new Map<string, ItemAnswer[]>()
  const people: { sha: string; isRight: boolean }[][] = []
  for await (const paper of readPapers(examSlug, bodies)) {
    addAnswers(answers, paper)
    people.push(paper.items.map(({ sha, score }) => ({ sha, isRight: score === POINT })))
    if (people.length >= PAPERS) break
  }
  const models = modelsOf(people, answers)
  const rows = [...answers].flatMap(([sha, given]) => {
    const body = bodies.get(sha)
    return body ? [{ sha, body, figures: figuresOf(body, given, models.get(sha) ?? null) }] : []
  })
  await ctx.transaction(async (tx) => {
    for (const { sha, body, figures } of rows) {
      const itemSha = new Uint8Array(Buffer.from(sha, 'hex'))
      const stored = { answers: figures.answers, figures, countedAt: new Date() }
      await tx.itemStatistic.upsert({
        where: { itemSha },
        create: { itemSha, course: body.course, questionId: body.id, examSlug, ...stored },
        update: stored,
        select: { itemSha: true },
      })
    }
  })
  return rows.length
}

function addAnswers(answers: Map<string, ItemAnswer[]>, { items }: ReadPaper): void {
  const total = items.reduce((sum, { score }) => sum + score, 0)
  for (const { sha, score, chosen } of items) {
    const rest = items.length > 1 ? (total - score) / (items.length - 1) : null
    const given = answers.get(sha)
    if (given) given.push({ score, rest, chosen })
    else answers.set(sha, [{ score, rest, chosen }])
  }
}

/** The model over all questions of the exam with enough answers; people's other answers would say nothing reliable. */
function modelsOf(
  people: readonly (readonly { sha: string; isRight: boolean }[])[],
  answers: ReadonlyMap<string, readonly ItemAnswer[]>,
): Map<string, TwoParameters> {
  const enough = [...answers].filter(([, given]) => given.length >= MODEL_FROM).map(([sha]) => sha)
  const numbers = new Map(enough.map((sha, number) => [sha, number]))
  if (enough.length < 2) return new Map()
  const responses = people.map(
    (given): Responses =>
      given.flatMap(({ sha, isRight }) => {
        const item = numbers.get(sha)
        return item === undefined ? [] : [{ item, isRight }]
      }),
  )
  const fitted = fitTwoParameters(responses, enough.length)
  return new Map(enough.flatMap((sha, number) => (fitted[number] ? [[sha, fitted[number]] as const] : [])))
}

function figuresOf(body: ItemBody, given: readonly ItemAnswer[], model: TwoParameters | null): StoredFigures {
  const isChosen = body.kind === 'single' || body.kind === 'multiple' || body.kind === 'truefalse'
  const options = body.kind === 'truefalse' ? ['true', 'false'] : body.options.map(({ id }) => id)
  const figures = itemFigures(given, isChosen ? options : [])
  return { ...figures, model, flags: itemFlags(figures, isChosen ? rightAnswerOf(body.key) : []) }
}
