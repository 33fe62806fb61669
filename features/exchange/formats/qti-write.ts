import JSZip from 'jszip'
import type { Note, Written, WrittenQuestion } from '../written-question'
import { element } from '../xml-tree'
import { KEPT_ATTRIBUTE, qtiItem } from './qti-item'

/** More items than a package may hold that our own reader takes (two hundred parts). */
const MOST = 198
const MANIFEST_NAMESPACE = 'http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1'

/**
 * Questions as a QTI 3.0 package: one item each, and the manifest.
 *
 * @throws RangeError beyond 198 questions: export a part of the bank
 */
export async function writeQti(questions: readonly WrittenQuestion[]): Promise<Written> {
  if (questions.length > MOST) throw new RangeError(`A package holds at most ${MOST} questions.`)
  const zip = new JSZip()
  const resources = []
  for (const written of questions) {
    const file = `items/${written.question.id}.xml`
    zip.file(file, qtiItem(written), { date: new Date('2026-01-01') })
    resources.push(
      element(
        'resource',
        { identifier: `item-${written.question.id}`, type: 'imsqti_item_xmlv3p0', href: file },
        element('file', { href: file }),
      ),
    )
  }
  const metadata = element('metadata', {}, element('schema', {}, 'QTI Item') + element('schemaversion', {}, '3.0.0'))
  const manifest = element(
    'manifest',
    { xmlns: MANIFEST_NAMESPACE, identifier: 'zhixing-bank' },
    `${metadata}${element('organizations', {})}${element('resources', {}, resources.join('\n'))}`,
  )
  zip.file('imsmanifest.xml', `<?xml version="1.0" encoding="UTF-8"?>\n${manifest}\n`, { date: new Date('2026-01-01') })
  const bytes = await zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' })
  return { bytes, notes: questions.flatMap(notesOf) }
}

function notesOf({ question, group }: WrittenQuestion): Note[] {
  const where = question.id
  return [
    {
      where,
      what: `concept, fact, difficulty and citation stand in the attribute ${KEPT_ATTRIBUTE}, which other programs pass over`,
    },
    ...(question.kind === 'ordering' ? [{ where, what: 'part marks are not carried: all in order or nothing' }] : []),
    ...(group ? [{ where, what: `the material of the case ${group.id} stands in each of its parts` }] : []),
  ]
}
