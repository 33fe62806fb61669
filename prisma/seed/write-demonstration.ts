import { addDays, type Day, startOfDay } from '@/domain/calendar/day'
import { type SeededRandom, seededRandom } from '@/domain/labs/seeded-random'
import { createProgramme } from '@/features/programmes/commands/create-programme'
import { WITH_ONE_LAB } from '@/features/programmes/template'
import { restandMany } from '@/features/standing/commands/restand-many'
import type { Prisma } from '@/generated/prisma/client'
import { systemContext } from '@/server/context'
import { columnOfDay } from '@/server/db/day'
import type { Transaction } from '@/server/db/client'
import { newId } from '@/server/db/id'
import { type DemonstrationState, writeAccess } from './access'
import { paceOf } from './areas'
import { anyDay, historyDays, type Period, periodOf, workingDay } from './calendar'
import { castEntries, placeCast, tellHalfway, withoutIdlePeople } from './cast'
import { inventChanges } from './invent-changes'
import { LearningStory } from './invent-learning'
import { peopleSource } from './invent-people'
import { type InventedEntry, inventRoster } from './invent-roster'
import { insertRows } from './insert-rows'
import { Journal } from './journal'
import { type Learner, learnersOf } from './learners'
import { leavesIn } from './leaves'
import { loadRegions } from './load-regions'
import { type Officers, writeOfficers } from './officers'
import { subjects as contentSubjects } from './subjects'
import { writeCertificates } from './write-certificates'
import { writeLearning } from './write-learning'
import { writeRoster } from './write-roster'
import { writeTrail } from './write-trail'

/** How much is invented; tests load less. */
export interface DemonstrationSize {
  readonly enterprises: number
  /** Counties and zones that take part; left out, all. */
  readonly countyCodes?: readonly string[]
}

const name = '“诊断+提升”专项行动（演示）'
/** The programme lasts half a year; for its first three weeks an enterprise counted as trained only when every seat was. */
const programmeDays = 182
const strictDays = 21

type Question = { today: Day; now: Date; seed: string; size: DemonstrationSize }

/**
 * Writes the whole demonstration but its daily tallies: regions, programme, officers, roster, sixty days of facts, certificates, trail,
 * accounts, then standings and tallies by the real counter. Equal seeds and days give the same people and events.
 */
export async function writeDemonstration(tx: Transaction, question: Question): Promise<DemonstrationState> {
  const { seed, size, today } = question
  const period = periodOf(today)
  const stream = (purpose: string) => seededRandom(`${seed}/${purpose}`)
  const subjects = contentSubjects()
  await loadRegions(tx)
  const leaves = await leavesIn(tx, size.countyCodes)
  const nextPerson = peopleSource(stream('people'))
  const officers = await writeOfficers(tx, { leaves, period, nextPerson })
  const programme = await writeProgramme(tx, period)

  const invented = inventRoster({ leaves, count: size.enterprises, period, random: stream('roster'), nextPerson })
  const cast = placeCast(invented, nextPerson)
  const changes = inventChanges({
    random: stream('changes'),
    period,
    leaves,
    roster: invented,
    nextPerson,
    spared: castEntries,
  })
  const roster = withoutIdlePeople(invented)
  await writeRoster(tx, { programmeId: programme.id, recordedById: officers.city.id }, roster)

  const journal = new Journal()
  const officerOf = (code: string) => officers.byCounty.get(code)?.id ?? officers.city.id
  const story = new LearningStory(stream('learning'), period, subjects, journal, officerOf)
  const people = new Set([cast.head.id, cast.freshClerk.id, cast.halfwayClerk.id])
  const learners = learnersOf(stream('eagerness'), roster, people)
  for (const learner of learners) story.tell(learner)
  tellHalfway(cast, period, subjects, journal)
  await writeLearning(tx, subjects, journal, seed)
  await writeVisits(tx, stream('visits'), period, roster.entries, officers)

  const nameOf = new Map(roster.people.map((person) => [person.id, person.name]))
  const certificates = await writeCertificates(tx, { subjects, journal, nameOf, programme })
  const trail = {
    random: stream('trail'),
    period,
    roster,
    journal,
    officers,
    changes,
    certificates,
    spared: castEntries,
  }
  await writeTrail(tx, trail)
  const headLinkId = await writeAccess(tx, officers, cast, question.now)
  await restandMany(
    tx,
    roster.entries.map((entry) => entry.id),
    today,
  )
  const late = lateFacts(journal, learners, period, subjects.clerk.exam.slug)
  const shown = certificates.find((one) => one.snapshot.labs.length > 0 && one.completionId !== late.retractId)
  return { state: 'loading', today, headLinkId, certificateId: shown?.id ?? null, ...late }
}

async function writeProgramme(tx: Transaction, { start }: Period): Promise<{ id: string; name: string; toOn: Day }> {
  const toOn = addDays(start, programmeDays)
  const created = await createProgramme(tx, systemContext('demonstration'), {
    name,
    fromOn: start,
    toOn,
    isDemonstration: true,
    template: WITH_ONE_LAB,
    rules: [
      { fromOn: start, trainingRule: 'EVERY' },
      { fromOn: addDays(start, strictDays), trainingRule: 'ANY' },
    ],
  })
  if (!created.ok) throw new Error(`The programme of the demonstration was refused: ${created.refusal}`)
  return { id: created.value.programmeId, name, toOn }
}

/** On-site visits, mostly to key enterprises; nearly all were confirmed within the week. */
async function writeVisits(
  tx: Transaction,
  random: SeededRandom,
  period: Period,
  entries: readonly InventedEntry[],
  officers: Officers,
): Promise<void> {
  const rows = entries.slice(castEntries).flatMap((entry): Prisma.VisitCreateManyInput[] => {
    const share = entry.placements.at(-1)?.isKey ? 42 : 9
    const visitedOn = workingDay(anyDay(random, period, addDays(entry.fromOn, 3)))
    if (!random.chance(Math.round(share * paceOf(entry.leaf.countyCode).speed)) || visitedOn >= period.today) return []
    const confirmedOn = addDays(visitedOn, random.between(0, 6))
    const isConfirmed = random.chance(90) && confirmedOn < period.today
    const recordedById = officers.byCounty.get(entry.leaf.countyCode)?.id ?? officers.city.id
    return [
      {
        id: newId(),
        entryId: entry.id,
        visitedOn: columnOfDay(visitedOn),
        confirmedOn: isConfirmed ? columnOfDay(confirmedOn) : null,
        recordedAt: new Date(startOfDay(visitedOn).getTime() + 17 * 3_600_000),
        recordedById,
      },
    ]
  })
  await insertRows(tx, 'visit', rows)
}

/** What is corrected after the days were tallied: one paper to take back, three attendances of the last week that came in late. */
function lateFacts(journal: Journal, learners: readonly Learner[], { today }: Period, exam: string) {
  const from = addDays(today, -Math.min(12, historyDays))
  const recent = journal.completed.filter((one) => one.slug === exam && one.evidence === 'ONLINE' && one.on >= from)
  const done = new Set(journal.completed.map((one) => one.personId))
  const idle = learners.filter((one) => one.isHead && !done.has(one.personId) && one.from < from)
  return { retractId: recent[0]?.id ?? null, lateIds: idle.slice(0, 3).map((one) => one.personId) }
}
