import 'server-only'
import { CERTIFICATE_DISCLAIMER, CERTIFICATE_TITLE, type CertificateSnapshot } from '@/domain/certificates/snapshot'
import { codePointName, drawable } from '@/server/pdf/fonts'
import { qrPath } from '@/server/pdf/qr-path'
import type { CertificatePage } from './certificate-document'

/** A sentence of the `certificates` catalogue; the page is always Chinese. */
export type Sentence = (key: string, values?: Record<string, string | number>) => string

/**
 * Turns a frozen snapshot into the words of its page. Every text is checked against the font character by character; what the font
 * lacks is shown as 〓 and named in a notice.
 *
 * @param at.isPublic whether the address was configured; else the page says that its code works on this machine only (design 8.9)
 */
export function certificatePage(
  snapshot: CertificateSnapshot,
  at: { verifyUrl: string; isPublic: boolean; say: Sentence },
): CertificatePage {
  const { say } = at
  const missing = new Set<string>()
  const draw = (text: string) => {
    const drawn = drawable(text)
    for (const char of drawn.missing) missing.add(char)
    return drawn.text
  }
  const page = {
    title: CERTIFICATE_TITLE,
    disclaimer: CERTIFICATE_DISCLAIMER,
    mark: say('pdf.mark'),
    name: draw(snapshot.personName),
    statement: draw(
      say('pdf.statement', {
        course: snapshot.courseTitle,
        exam: snapshot.examTitle,
        on: chineseDay(snapshot.happenedOn),
      }),
    ),
    labsHeading: say('pdf.labs'),
    labs: snapshot.labs.map((lab) => draw(say('pdf.lab', { lab: lab.title, on: chineseDay(lab.passedOn) }))),
    facts: facts(snapshot, say).map(({ label, value }) => ({ label, value: draw(value) })),
    verifyHint: say(at.isPublic ? 'pdf.verify' : 'pdf.verifyHere'),
    verifyUrl: at.verifyUrl,
    issuer: draw(snapshot.issuer ?? say('pdf.issuer')),
    issuedOn: chineseDay(snapshot.issuedOn),
    qr: qrPath(at.verifyUrl),
  }
  const names = [...missing].map(codePointName).join('、')
  return { ...page, glyphNotice: missing.size > 0 ? say('pdf.missingGlyphs', { characters: names }) : null }
}

function facts(snapshot: CertificateSnapshot, say: Sentence): { label: string; value: string }[] {
  const rows: [string, string | null][] = [
    ['serial', snapshot.serial],
    ['programme', snapshot.programmeName],
    ['score', snapshot.score && say('pdf.scoreOf', { part: snapshot.score.part, whole: snapshot.score.whole })],
    ['happenedOn', chineseDay(snapshot.happenedOn)],
    ['validUntilOn', snapshot.validUntilOn ? chineseDay(snapshot.validUntilOn) : say('noEnd')],
    ['contentVersion', say('pdf.version', { version: snapshot.contentVersion })],
  ]
  return rows.flatMap(([key, value]) => (value === null ? [] : [{ label: say(`fact.${key}`), value }]))
}

/** `2026-11-23` as 2026年11月23日. */
export function chineseDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}
