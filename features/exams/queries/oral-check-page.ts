import 'server-only'
import { mayStillRecord } from '@/domain/exams/oral-check'
import type { Actor } from '@/domain/permissions/actor'
import { maskName } from '@/domain/permissions/mask'
import { asksByFullName, reaches } from '@/domain/permissions/reaches'
import { courseByExam } from '@/server/content/catalog'
import { type ItemBody, type LearnerQuestion, learnerQuestion, type OptionMap } from '@/server/content/learner-paper'
import { db } from '@/server/db/client'
import { isId } from '@/server/db/id'
import { type ReviewedQuestion, reviewed } from '../reviewed-question'
import { fromChecks, isInReach } from './check-in-reach'

type Common = {
  id: string
  enterprise: string
  entryId: string
  holdingId: string
  personName: string
  course: string
  exam: string
  channel: 'ON_SITE' | 'PHONE'
  passRight: number
  startedAt: Date
  askedBy: string
  isMine: boolean
  /** The actor is an officer of the area: the enterprise's page is theirs, too. */
  isOfficers: boolean
}
/** Questions to read aloud, for the asker alone, while the answers may be recorded. */
export type OpenOralCheck = Common & { state: 'open'; questions: LearnerQuestion[]; mayRecord: boolean }
export type ClosedOralCheck = Common & {
  state: 'closed'
  submittedAt: Date
  right: number
  hasPassed: boolean
  review: ReviewedQuestion[]
  retraction: { reason: string; at: Date } | null
  mayRetract: boolean
}
export type OralCheckPage = OpenOralCheck | ClosedOralCheck | (Common & { state: 'abandoned' })

type Row = Omit<Common, 'course' | 'exam' | 'isOfficers'> & {
  personId: string
  examSlug: string
  leafPath: string
  status: 'OPEN' | 'SUBMITTED' | 'ABANDONED'
  now: Date
  submittedAt: Date | null
  right: number | null
  passed: boolean | null
  retractedAt: Date | null
  retractReason: string | null
}
type Item = { position: number; body: ItemBody; map: OptionMap; right: boolean | null; value: string[] | null }

/** One check that the actor reaches; null otherwise. Keys and reasons are read only once it is closed. */
export async function oralCheckPage(actor: Actor, checkId: string): Promise<OralCheckPage | null> {
  const [row] = isId(checkId)
    ? await db.$queryRaw<Row[]>`
      SELECT k.id, n.name AS enterprise, k.entry_id AS "entryId", k.holding_id AS "holdingId", k.person_id AS "personId",
        p.name AS "personName", k.exam_slug AS "examSlug", k.channel, k.pass_right AS "passRight", k.started_at AS "startedAt",
        asker.name AS "askedBy", k.asked_by_id = ${actor.personId}::uuid AS "isMine", r.path AS "leafPath", k.state AS status,
        clock_timestamp() AS now, k.submitted_at AS "submittedAt", k."right", k.passed, k.retracted_at AS "retractedAt",
        k.retract_reason AS "retractReason"
      ${fromChecks()} WHERE k.id = ${checkId}::uuid AND ${isInReach(actor)}`
    : []
  if (!row) return null
  const common = commonOf(actor, row)
  if (row.status === 'ABANDONED') return { ...common, state: 'abandoned' }
  if (row.status === 'OPEN') return openCheck(row, common)
  return closedCheck(actor, row, common)
}

async function openCheck(row: Row, common: Common): Promise<OpenOralCheck> {
  const mayRecord = row.isMine && mayStillRecord(row.startedAt, row.now)
  const items = mayRecord ? await itemsOf(row.id) : []
  const questions = items.map((item) => learnerQuestion(item.position, item.body, item.map))
  return { ...common, state: 'open', questions, mayRecord }
}

async function closedCheck(actor: Actor, row: Row, common: Common): Promise<ClosedOralCheck> {
  return {
    ...common,
    state: 'closed',
    submittedAt: row.submittedAt ?? row.startedAt,
    right: row.right ?? 0,
    hasPassed: row.passed === true,
    review: (await itemsOf(row.id)).map(reviewed),
    retraction: row.retractedAt ? { at: row.retractedAt, reason: row.retractReason ?? '' } : null,
    mayRetract: row.retractedAt === null && common.isOfficers && row.personId !== actor.personId,
  }
}

function commonOf(actor: Actor, row: Row): Common {
  const course = courseByExam(row.examSlug)
  const { id, enterprise, entryId, holdingId, channel, passRight, startedAt, askedBy, isMine, leafPath } = row
  const personName = asksByFullName(actor, leafPath) ? row.personName : maskName(row.personName)
  const exam = course ? `${course.title} · ${course.exam.title}` : row.examSlug
  const names = { enterprise, personName, askedBy, exam, course: course?.slug ?? '' }
  return {
    id,
    entryId,
    holdingId,
    channel,
    passRight,
    startedAt,
    isMine,
    ...names,
    isOfficers: reaches(actor, leafPath),
  }
}

function itemsOf(checkId: string): Promise<Item[]> {
  return db.$queryRaw<Item[]>`
    SELECT i.position, v.body, i.option_map AS map, i.is_right AS "right", i.answer AS value
    FROM oral_check_item i JOIN item_version v ON v.sha256 = i.item_sha
    WHERE i.check_id = ${checkId}::uuid ORDER BY i.position`
}
