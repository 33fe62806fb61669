import { randomBytes } from 'node:crypto'
import { addDays, startOfDay } from '@/domain/calendar/day'
import type { SeededRandom } from '@/domain/labs/seeded-random'
import type { Prisma } from '@/generated/prisma/client'
import type { AuditKind } from '@/server/audit/entry'
import { linkHashes } from '@/server/auth/link-secrets'
import { loginHash } from '@/server/crypto/token'
import type { Transaction } from '@/server/db/client'
import { newId } from '@/server/db/id'
import { anyDay, type Period } from './calendar'
import type { RosterChange } from './invent-changes'
import type { InventedRoster } from './invent-roster'
import { insertRows } from './insert-rows'
import type { Journal } from './journal'
import type { Officers } from './officers'
import { SUGGESTIONS } from './words'
import type { IssuedCertificate } from './write-certificates'

type Event = {
  at: Date
  kind: AuditKind
  actorId: string | null
  subjectId: string
  regionPath?: string
  detail?: Record<string, string | number | boolean>
}

type Question = {
  random: SeededRandom
  period: Period
  roster: InventedRoster
  journal: Journal
  officers: Officers
  changes: readonly RosterChange[]
  certificates: readonly IssuedCertificate[]
  spared: number
}

/** Writes what surrounds the facts: personal links and the phones that opened them, suggestions, visits' trail, audit events. */
export async function writeTrail(tx: Transaction, question: Question): Promise<void> {
  const events = [
    ...(await writeLinks(tx, question)),
    ...(await writeSuggestions(tx, question)),
    ...learningEvents(question),
  ]
  for (const { kind, subjectId, regionPath, on } of question.changes) {
    const at = new Date(startOfDay(on).getTime() + 9.5 * 3_600_000)
    events.push({ at, kind, actorId: question.officers.city.id, subjectId, regionPath })
  }
  const rows = events
    .sort((one, other) => one.at.getTime() - other.at.getTime())
    .map(({ at, kind, actorId, subjectId, regionPath = null, detail = null }) => ({
      id: newId(),
      at,
      actorId,
      regionPath,
      kind,
      subjectId,
      requestId: 'demonstration',
      detail,
    }))
  await insertRows(tx, 'audit_event', rows)
}

function learningEvents({ journal, certificates }: Question): Event[] {
  return [
    ...journal.completed.map(({ id, recordedAt, recordedById, sourceKey }): Event => {
      return {
        at: recordedAt,
        kind: 'completion.recorded',
        actorId: recordedById,
        subjectId: id,
        detail: { sourceKey },
      }
    }),
    ...journal.sat.flatMap(({ id, personId, examSlug, no, startedAt, submittedAt }): Event[] => [
      { at: startedAt, kind: 'attempt.started', actorId: personId, subjectId: id, detail: { exam: examSlug, no } },
      { at: submittedAt, kind: 'attempt.submitted', actorId: personId, subjectId: id, detail: { exam: examSlug } },
    ]),
    ...journal.ran.flatMap(({ id, personId, mode, startedAt, submittedAt }): Event[] => [
      { at: startedAt, kind: 'lab-run.started', actorId: personId, subjectId: id, detail: { mode } },
      { at: submittedAt, kind: 'lab-run.submitted', actorId: personId, subjectId: id, detail: { mode } },
    ]),
    ...certificates.map(({ id, completionId, issuedAt }): Event => {
      return { at: issuedAt, kind: 'certificate.issued', actorId: null, subjectId: id, detail: { completionId } }
    }),
  ]
}

/** Links for most holders, and a login of long ago for those who came. */
async function writeLinks(
  tx: Transaction,
  { random, period, roster, journal, officers, spared }: Question,
): Promise<Event[]> {
  const cameAt = new Map<string, Date>()
  for (const { personId, at } of journal.read) {
    const known = cameAt.get(personId)
    if (!known || at < known) cameAt.set(personId, at)
  }
  const links: Prisma.PersonalLinkCreateManyInput[] = []
  const logins: Prisma.LoginCreateManyInput[] = []
  const events: Event[] = []
  for (const entry of roster.entries.slice(spared)) {
    const createdById = officers.byCounty.get(entry.leaf.countyCode)?.id ?? officers.city.id
    for (const holding of entry.seats.flatMap((seat) => seat.holdings)) {
      const came = cameAt.get(holding.personId)
      if (!came && (holding.toOn !== null || !random.chance(55))) continue
      const at = came
        ? new Date(came.getTime() - random.between(5, 2_000) * 60_000)
        : workMorning(anyDay(random, period, holding.fromOn))
      const id = newId()
      links.push({
        id,
        holdingId: holding.id,
        ...linkHashes(id),
        expiresAt: new Date(at.getTime() + 60 * 86_400_000),
        createdAt: at,
        createdById,
      })
      events.push({ at, kind: 'link.issued', actorId: createdById, subjectId: holding.id, regionPath: entry.leaf.path })
      if (!came) continue
      cameAt.delete(holding.personId)
      logins.push(formerLogin(holding, new Date(came.getTime() - 120_000)))
      events.push({
        at: new Date(came.getTime() - 120_000),
        kind: 'link.opened',
        actorId: holding.personId,
        subjectId: holding.id,
      })
    }
  }
  await insertRows(tx, 'personal_link', links)
  await insertRows(tx, 'login', logins)
  return events
}

/** A login that ended within the hour and whose secret nobody has. */
function formerLogin(holding: { id: string; personId: string }, createdAt: Date): Prisma.LoginCreateManyInput {
  const over = new Date(createdAt.getTime() + 3_600_000)
  return {
    id: newId(),
    personId: holding.personId,
    holdingId: holding.id,
    device: 'android/wechat',
    tokenHash: loginHash(randomBytes(32).toString('hex')),
    idleUntil: over,
    endsAt: over,
    createdAt,
  }
}

async function writeSuggestions(tx: Transaction, { random, period, roster }: Question): Promise<Event[]> {
  const rows = SUGGESTIONS.map(({ page, text, answer }, index) => {
    const entry = random.pick(roster.entries.slice(0, 200))
    const personId = entry.seats.find((seat) => seat.holdings[0])?.holdings[0]?.personId ?? null
    const createdAt = workMorning(addDays(period.today, -3 - index * 5))
    const answeredAt = answer ? new Date(createdAt.getTime() + random.between(3, 50) * 3_600_000) : null
    return {
      id: newId(),
      personId,
      page,
      text,
      contact: null,
      createdAt,
      regionPath: entry.leaf.path,
      answer,
      answeredAt,
    }
  })
  await insertRows(tx, 'suggestion', rows)
  return rows.map(({ id, personId, createdAt, regionPath }): Event => {
    return { at: createdAt, kind: 'suggestion.sent', actorId: personId, subjectId: id, regionPath }
  })
}

function workMorning(day: string): Date {
  return new Date(startOfDay(day).getTime() + 9.25 * 3_600_000)
}
