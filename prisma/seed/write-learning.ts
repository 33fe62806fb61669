import { rightAnswerOf } from '@/domain/exams/answer-key'
import { deadlineOf } from '@/domain/exams/attempt-rules'
import { formatCell } from '@/domain/labs/cell-value'
import { blueprintOf } from '@/features/exams/blueprint'
import { conceptParts } from '@/domain/labs/concepts'
import { type LabTerms, labOf, passRule } from '@/features/labs/lab-run-row'
import type { Prisma } from '@/generated/prisma/client'
import type { CompiledCourse, CompiledLab } from '@/server/content/compiled'
import { columnOfDay } from '@/server/db/day'
import type { Transaction } from '@/server/db/client'
import { PaperSource } from './invent-paper'
import { insertRows } from './insert-rows'
import type { Completed, Journal, Ran, Read, Sat } from './journal'
import type { Subjects } from './subjects'

/** Writes what people did: reading, sittings with their papers, lab runs with their sheets, completions. */
export async function writeLearning(
  tx: Transaction,
  subjects: Subjects,
  journal: Journal,
  seed: string,
): Promise<void> {
  await insertRows<Prisma.CompletionCreateManyInput>(tx, 'completion', journal.completed.map(completionRow))
  for (const course of [subjects.head, subjects.clerk]) {
    const sat = journal.sat.filter((one) => one.examSlug === course.exam.slug)
    await writeSittings(tx, course, sat, seed)
    await writeReading(
      tx,
      course,
      journal.read.filter((one) => one.course === course.slug),
    )
  }
  await writeRuns(tx, subjects.lab, journal.ran, seed)
}

function completionRow(one: Completed) {
  return {
    id: one.id,
    personId: one.personId,
    subjectKind: one.kind,
    slug: one.slug,
    contentVersion: one.version,
    happenedOn: columnOfDay(one.on),
    happenedAt: one.at,
    evidence: one.evidence,
    sourceKey: one.sourceKey,
    recordedAt: one.recordedAt,
    recordedById: one.recordedById,
  }
}

async function writeSittings(
  tx: Transaction,
  course: CompiledCourse,
  sat: readonly Sat[],
  seed: string,
): Promise<void> {
  const source = new PaperSource(course)
  const blueprint = blueprintOf(course)
  const papers = sat.map((one, index) => ({ sat: one, ...source.paper(one, `${seed}/${course.slug}/${index}`) }))
  const bodies = new Map(
    papers.flatMap(({ items }) => items.map(({ sha, body }) => [body.id, { sha256: sha, body }] as const)),
  )
  await insertRows(tx, 'item_version', [...bodies.values()])
  await insertRows<Prisma.AttemptCreateManyInput>(
    tx,
    'attempt',
    papers.map(({ sat: { id, personId, examSlug, no, startedAt, submittedAt }, result }) => ({
      id,
      personId,
      examSlug,
      contentVersion: course.version,
      no,
      state: 'SUBMITTED' as const,
      blueprint,
      startedAt,
      deadlineAt: deadlineOf(blueprint, startedAt),
      submittedAt,
      points: result.right,
      score: result.score,
      scoreMax: result.scoreMax,
      passed: result.hasPassed,
      conceptScores: result.perConcept,
    })),
  )
  const items = papers.flatMap(({ sat: one, items: drawn }) =>
    drawn.map((item) => ({ attemptId: one.id, savedAt: one.submittedAt, ...item })),
  )
  await insertRows<Prisma.AttemptItemCreateManyInput>(
    tx,
    'attempt_item',
    items.map(({ attemptId, position, sha, optionMap, isRight, score }) => ({
      attemptId,
      position,
      itemSha: sha,
      optionMap,
      weight: 1,
      isRight,
      score,
    })),
  )
  await insertRows<Prisma.AnswerCreateManyInput>(
    tx,
    'answer',
    items.map(({ attemptId, position, value, savedAt }) => ({ attemptId, position, seq: 1, value, savedAt })),
  )
}

async function writeReading(tx: Transaction, course: CompiledCourse, read: readonly Read[]): Promise<void> {
  const lessons = read.flatMap(({ personId, lessons: count, at }) =>
    course.lessons
      .slice(0, count === 'digest' ? 0 : count)
      .map((lesson, index) => ({ personId, lesson, at: minutesAfter(at, index * 7) })),
  )
  await insertRows(
    tx,
    'lesson_position',
    lessons.map(({ personId, lesson, at }) => ({ personId, course: course.slug, lesson: lesson.slug, openedAt: at })),
  )
  const checked = { course: course.slug, contentVersion: course.version }
  const answers = lessons.flatMap(({ personId, lesson, at }) =>
    lesson.selfChecks.map((checkId, index) => {
      const value = answerTo(course, checkId)
      return {
        personId,
        ...checked,
        lesson: lesson.slug,
        checkId,
        value,
        isRight: value.length > 0,
        answeredAt: minutesAfter(at, 2 + index),
      }
    }),
  )
  const digests = read.flatMap(({ personId, lessons: count, at }) =>
    count === 'digest'
      ? [{ personId, ...checked, lesson: 'digest', checkId: 'digest', value: [], isRight: true, answeredAt: at }]
      : [],
  )
  await insertRows<Prisma.SelfCheckAnswerCreateManyInput>(tx, 'self_check_answer', [...answers, ...digests])
}

function answerTo(course: CompiledCourse, checkId: string): string[] {
  const key = course.checks.find((one) => one.id === checkId)?.key
  return key ? rightAnswerOf(key) : []
}

async function writeRuns(tx: Transaction, lab: CompiledLab, ran: readonly Ran[], seed: string): Promise<void> {
  const generator = labOf(lab.generator)
  const tolerances: LabTerms = {
    generator: lab.generator,
    passPercent: lab.passPercent,
    decisive: [...generator.decisive],
  }
  const runs = ran.map((one, index) => {
    const runSeed = `${seed}/lab/${index}`
    const { sheet, key } = generator.generate(runSeed, one.mode)
    const cells = sheet.cells.map((spec, at) => {
      const { expected = 0, wrong = [] } = key.cells[at] ?? {}
      const isWrong = at >= sheet.cells.length - one.wrong
      return {
        cell: spec.id,
        value: formatCell(spec, isWrong ? (wrong[0]?.value ?? Number(expected) + 100_000) : expected),
      }
    })
    const saved = Object.fromEntries(cells.map(({ cell, value }) => [cell, value]))
    const result = generator.grade({ sheet, key }, saved, passRule(tolerances))
    return { one, runSeed, sheet, key, cells, result }
  })
  await insertRows(
    tx,
    'lab_run',
    runs.map(({ one, runSeed, sheet, key, result }) => ({
      id: one.id,
      personId: one.personId,
      labSlug: lab.slug,
      labVersion: lab.version,
      generatorVersion: generator.version,
      mode: one.mode,
      no: one.no,
      seed: runSeed,
      sheet,
      gradingKey: key,
      tolerances,
      state: 'SUBMITTED',
      startedAt: one.startedAt,
      submittedAt: one.submittedAt,
      cellsRight: result.part,
      cellsAsked: result.whole,
      passed: result.passed,
      result,
      concepts: conceptParts(sheet.cells, result),
    })),
  )
  const savedCells = runs.flatMap(({ one, cells }) =>
    cells.map((cell) => ({ labRunId: one.id, ...cell, seq: 1, savedAt: one.submittedAt })),
  )
  await insertRows<Prisma.LabCellCreateManyInput>(tx, 'lab_cell', savedCells)
}

function minutesAfter(moment: Date, minutes: number): Date {
  return new Date(moment.getTime() + minutes * 60_000)
}
