import { maskName } from '@/domain/permissions/mask'
import type { Actor } from '@/domain/permissions/actor'
import { db } from '@/server/db/client'
import { appOrigin, isOriginConfigured } from '@/server/env'
import { CERTIFICATE_SELECT, snapshotOfRow, verifyPath } from '../certificate-row'
import { certificatePage, type Sentence } from '../pdf/certificate-page'
import { renderCertificate } from '../pdf/render-certificate'
import { certificateAccess } from './certificate-access'

/** The PDF of a certificate for the holder or an officer in scope (name masked above the owning level); null for everybody else. */
export async function certificatePdf(
  actor: Actor,
  id: string,
  say: Sentence,
): Promise<{ serial: string; bytes: Uint8Array<ArrayBuffer> } | null> {
  const row = await db.certificate.findUnique({ where: { id }, select: CERTIFICATE_SELECT })
  const access = row ? await certificateAccess(actor, row.personId) : 'none'
  if (!row || access === 'none') return null
  const snapshot = snapshotOfRow(row)
  const shown = access === 'full' ? snapshot : { ...snapshot, personName: maskName(snapshot.personName) }
  const page = certificatePage(shown, {
    verifyUrl: appOrigin() + verifyPath(row.token),
    isPublic: isOriginConfigured(),
    say,
  })
  return { serial: snapshot.serial, bytes: await renderCertificate(page) }
}
