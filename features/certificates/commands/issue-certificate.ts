import { randomBytes } from 'node:crypto'
import { shanghaiDayOf } from '@/domain/calendar/day'
import { earnsCertificate } from '@/domain/certificates/eligibility'
import { certificateSerial } from '@/domain/certificates/serial'
import { type CertificateSnapshot, TEMPLATE_VERSION } from '@/domain/certificates/snapshot'
import { validUntilOn } from '@/domain/certificates/validity'
import { recordAudit } from '@/server/audit/record'
import { databaseNow } from '@/server/clock'
import { courseByExam } from '@/server/content/catalog'
import type { SystemContext } from '@/server/context'
import { newToken } from '@/server/crypto/token'
import type { Transaction } from '@/server/db/client'
import { dayOfColumn } from '@/server/db/day'
import { newId } from '@/server/db/id'
import { env } from '@/server/env'
import { examScore, passedLabs, programmesOf } from '../queries/certificate-facts'

/**
 * Issues the certificate of one completion; the worker calls it for every 'completion.recorded' of the outbox.
 *
 * At least once is enough: the second time, also at the same moment in another worker, finds the first one's row and writes nothing.
 * Completions that earn none (courses, labs, imported or retracted ones) are passed over.
 *
 * @returns the certificate's id, or null when the completion earns none
 */
export function issueCertificate(ctx: SystemContext, completionId: string): Promise<string | null> {
  return ctx.transaction(async (tx) => {
    const issued = await tx.certificate.findUnique({ where: { completionId }, select: { id: true } })
    if (issued) return issued.id
    const completion = await tx.completion.findUnique({ where: { id: completionId } })
    if (!completion || !earnsCertificate({ ...completion, isRetracted: completion.retractedAt !== null })) return null

    const now = await databaseNow(tx)
    const snapshot = await snapshotOf(tx, completion, now)
    const id = await insertOnce(tx, completion, snapshot, now)
    if (!id) return (await tx.certificate.findUniqueOrThrow({ where: { completionId }, select: { id: true } })).id
    await recordAudit(tx, ctx, {
      kind: 'certificate.issued',
      subjectId: id,
      detail: { completionId, serial: snapshot.serial },
    })
    return id
  })
}

type Fact = { id: string; personId: string; slug: string; contentVersion: number; happenedOn: Date; sourceKey: string }

async function snapshotOf(tx: Transaction, completion: Fact, now: Date): Promise<CertificateSnapshot> {
  const person = await tx.person.findUniqueOrThrow({ where: { id: completion.personId }, select: { name: true } })
  const course = courseByExam(completion.slug)
  const issuedOn = shanghaiDayOf(now)
  const happenedOn = dayOfColumn(completion.happenedOn)
  const programmes = await programmesOf(tx, completion.personId, completion.slug, issuedOn)
  return {
    version: 1,
    serial: certificateSerial(Number(issuedOn.slice(0, 4)), randomBytes(7)),
    personName: person.name,
    courseTitle: course?.title ?? completion.slug,
    examTitle: course?.exam.title ?? completion.slug,
    examSlug: completion.slug,
    contentVersion: completion.contentVersion,
    happenedOn,
    issuedOn,
    validUntilOn: validUntilOn(happenedOn, programmes),
    score: await examScore(tx, completion.sourceKey),
    labs: await passedLabs(tx, completion.personId),
    programmeName: programmes[0]?.name ?? null,
    issuer: env().OFFICE_NAME ?? null,
  }
}

async function insertOnce(
  tx: Transaction,
  completion: Fact,
  snapshot: CertificateSnapshot,
  now: Date,
): Promise<string | null> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO certificate (id, completion_id, person_id, token, serial, snapshot, template_version, valid_until_on, issued_at)
    VALUES (${newId()}::uuid, ${completion.id}::uuid, ${completion.personId}::uuid, ${newToken()}, ${snapshot.serial},
      ${JSON.stringify(snapshot)}::jsonb, ${TEMPLATE_VERSION}, ${snapshot.validUntilOn}::date, ${now})
    ON CONFLICT (completion_id) DO NOTHING RETURNING id`
  return rows[0]?.id ?? null
}
