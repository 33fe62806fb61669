import 'server-only'
import type { Actor } from '@/domain/permissions/actor'
import { type ToDo, type ToDoState, toDoOf } from '@/domain/progress/to-dos'
import type { CompletionFact, RequirementFact, SeatKind } from '@/domain/rates/entry-facts'
import { shanghaiToday } from '@/server/clock'
import { pool } from '@/server/db/client'
import { LEARN_HOME } from './learn-home-sql'

/** A seat the actor holds today, as its page names it. */
export type MySeat = {
  seatId: string
  kind: SeatKind
  entryId: string
  enterprise: string
  programme: string
  delegation: string | null
}

/** One thing to do, for all seats that ask the same of this person. */
export type MyToDo = {
  key: string
  kind: SeatKind
  rate: RequirementFact['rate']
  toDo: ToDo
  enterprises: string[]
}

/** One seat of an enterprise as its head sees it: who holds it and what is done. Null marks: nothing is asked. */
export type SeatLine = {
  entryId: string
  seatId: string
  kind: SeatKind
  post: string | null
  holder: string | null
  training: boolean | null
  awareness: boolean | null
  readiness: boolean | null
}

export type LearnHome = { seats: MySeat[]; toDos: MyToDo[]; lines: SeatLine[]; certificates: number }

type Row = {
  seats: (MySeat & { programmeId: string })[] | null
  requirements: (RequirementFact & { programmeId: string })[] | null
  completions: CompletionFact[] | null
  begun: string[] | null
  lines: SeatLine[] | null
  certificates: number
}

/**
 * Everything `/learn` shows of one person, in one statement: the seats they hold today (by a link: that one alone), what each asks
 * and how far it is, and for a head's seat who else of the enterprise has done what.
 */
export async function learnHome(actor: Actor): Promise<LearnHome> {
  const today = shanghaiToday()
  const { rows } = await pool.query<Row>({
    name: 'learn-home',
    text: LEARN_HOME,
    values: [actor.personId, today, actor.via === 'link' ? actor.holdingId : null],
  })
  const row = rows[0]
  const seats = row?.seats ?? []
  const begun = new Set(row?.begun ?? [])
  const toDos = new Map<string, MyToDo>()
  for (const seat of seats) {
    const asked = (row?.requirements ?? []).filter(
      (one) => one.programmeId === seat.programmeId && one.seatKind === seat.kind,
    )
    for (const requirement of asked) {
      const toDo = toDoOf(requirement, row?.completions ?? [], today, (one) =>
        begun.has(`${one.subjectKind}:${one.slug}`),
      )
      if (toDo) addTo(toDos, seat, requirement, toDo)
    }
  }
  return {
    seats,
    toDos: [...toDos.values()].sort(byUrgency),
    lines: row?.lines ?? [],
    certificates: row?.certificates ?? 0,
  }
}

function addTo(toDos: Map<string, MyToDo>, seat: MySeat, requirement: RequirementFact, toDo: ToDo): void {
  const { subjectKind, slug, times } = toDo.alternative
  const key = [subjectKind, slug, toDo.state, toDo.validUntil, toDo.doneTimes, times].join(':')
  const known = toDos.get(key)
  if (!known) {
    toDos.set(key, { key, kind: seat.kind, rate: requirement.rate, toDo, enterprises: [seat.enterprise] })
  } else if (!known.enterprises.includes(seat.enterprise)) known.enterprises.push(seat.enterprise)
}

const URGENCY: Record<ToDoState, number> = { doing: 0, expired: 1, open: 2, expiring: 3, done: 4 }
const ORDER: Record<RequirementFact['rate'], number> = { TRAINING: 0, AWARENESS: 1, READINESS: 2 }
/** Within a rate the paper comes before the lab. */
const SUBJECT: Record<string, number> = { COURSE: 0, EXAM: 1, LAB: 2, SESSION: 3 }

function byUrgency(one: MyToDo, other: MyToDo): number {
  return (
    URGENCY[one.toDo.state] - URGENCY[other.toDo.state] ||
    ORDER[one.rate] - ORDER[other.rate] ||
    (SUBJECT[one.toDo.alternative.subjectKind] ?? 9) - (SUBJECT[other.toDo.alternative.subjectKind] ?? 9)
  )
}
