import { randomBytes } from 'node:crypto'
import { type Day, shanghaiDayOf } from '@/domain/calendar/day'
import { earnsCertificate } from '@/domain/certificates/eligibility'
import { certificateSerial } from '@/domain/certificates/serial'
import { type CertificateSnapshot, TEMPLATE_VERSION } from '@/domain/certificates/snapshot'
import { validUntilOn } from '@/domain/certificates/validity'
import type { Prisma } from '@/generated/prisma/client'
import { newToken } from '@/server/crypto/token'
import { columnOfDay } from '@/server/db/day'
import type { Transaction } from '@/server/db/client'
import { newId } from '@/server/db/id'
import { env } from '@/server/env'
import type { CompiledCourse } from '@/server/content/compiled'
import { insertRows } from './insert-rows'
import type { Completed, Journal } from './journal'
import type { Subjects } from './subjects'

/** An issued certificate, for the trail and for the links that are handed out. */
export interface IssuedCertificate {
  readonly id: string
  readonly completionId: string
  readonly personId: string
  readonly snapshot: CertificateSnapshot
  readonly issuedAt: Date
}

type Question = {
  subjects: Subjects
  journal: Journal
  nameOf: ReadonlyMap<string, string>
  programme: { name: string; toOn: Day }
}

/** Issues the certificates of all exams passed so far, a few seconds after each, with the snapshot the worker would have frozen. */
export async function writeCertificates(tx: Transaction, question: Question): Promise<IssuedCertificate[]> {
  const { subjects, journal } = question
  const labs = labDays(journal)
  const made = journal.completed
    .filter(
      (one) =>
        one.kind === 'EXAM' && earnsCertificate({ subjectKind: 'EXAM', evidence: one.evidence, isRetracted: false }),
    )
    .map((one) => {
      const course = one.slug === subjects.head.exam.slug ? subjects.head : subjects.clerk
      return { one, snapshot: snapshotOf(question, one, course, labs.get(one.personId) ?? null) }
    })
  const rows = made.map(({ one, snapshot }) => ({
    id: newId(),
    completionId: one.id,
    personId: one.personId,
    token: newToken(),
    serial: snapshot.serial,
    snapshot,
    templateVersion: TEMPLATE_VERSION,
    validUntilOn: snapshot.validUntilOn ? columnOfDay(snapshot.validUntilOn) : null,
    issuedAt: issuedAt(one),
  }))
  await insertRows<Prisma.CertificateCreateManyInput>(tx, 'certificate', rows)
  return rows
}

function snapshotOf(
  question: Question,
  one: Completed,
  course: CompiledCourse,
  labOn: Day | null,
): CertificateSnapshot {
  const { subjects, journal, nameOf, programme } = question
  const issuedOn = shanghaiDayOf(issuedAt(one))
  const sitting = journal.satByKey.get(one.sourceKey)
  const lab = { slug: subjects.lab.slug, title: subjects.lab.title }
  return {
    version: 1,
    serial: certificateSerial(Number(issuedOn.slice(0, 4)), randomBytes(7)),
    personName: nameOf.get(one.personId) ?? '',
    courseTitle: course.title,
    examTitle: course.exam.title,
    examSlug: one.slug,
    contentVersion: one.version,
    happenedOn: one.on,
    issuedOn,
    validUntilOn: validUntilOn(one.on, [{ programmeToOn: programme.toOn, validDays: null }]),
    score: sitting ? { part: course.exam.draw - sitting.wrong, whole: course.exam.draw } : null,
    labs: labOn !== null && labOn <= issuedOn ? [{ ...lab, passedOn: labOn }] : [],
    programmeName: programme.name,
    issuer: env().OFFICE_NAME ?? null,
  }
}

function labDays(journal: Journal): Map<string, Day> {
  return new Map(journal.completed.filter((one) => one.kind === 'LAB').map((one) => [one.personId, one.on]))
}

function issuedAt(one: Completed): Date {
  return new Date((one.at ?? one.recordedAt).getTime() + 3_000)
}
