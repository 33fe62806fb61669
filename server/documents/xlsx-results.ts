import { type Mark, scanMarks } from '@/server/files/patch-workbook-marks'
import { withoutElements } from '@/server/files/without-elements'
import type { OfficeParts } from './office-parts'

/** Results kept from before are gone: the next program to open the workbook counts anew. `parts` is changed. */
export async function forgetResults(parts: OfficeParts, workbookPath: string): Promise<void> {
  for (const path of [...parts.keys()]) if (/(?:^|\/)calcChain\.xml$/.test(path)) parts.delete(path)
  const drop = async (path: string, isDropped: (mark: Mark) => boolean) => {
    const bytes = parts.get(path)
    if (bytes) parts.set(path, await withoutElements(bytes, isDropped))
  }
  await drop(
    '[Content_Types].xml',
    ({ name, attributes }) => name === 'Override' && (attributes.PartName ?? '').endsWith('calcChain.xml'),
  )
  const folder = workbookPath.slice(0, workbookPath.lastIndexOf('/') + 1)
  await drop(
    `${folder}_rels/${workbookPath.slice(folder.length)}.rels`,
    ({ name, attributes }) => name === 'Relationship' && (attributes.Type ?? '').endsWith('/calcChain'),
  )
  const workbook = parts.get(workbookPath)
  if (workbook) parts.set(workbookPath, await countingAnew(workbook))
}

/** What stands before calcPr in a workbook. */
const BEFORE = /^(?:sheets|functionGroups|externalReferences|definedNames)$/

async function countingAnew(workbook: Buffer): Promise<Buffer> {
  const bytes = await withoutElements(workbook, ({ name }) => name === 'calcPr')
  let prefix = ''
  let depth = 0
  let at = -1
  await scanMarks(bytes, {
    open(mark) {
      if (depth === 0) prefix = mark.prefix
      depth += 1
    },
    close(name, _, end) {
      depth -= 1
      if (depth === 1 && BEFORE.test(name)) at = end
    },
  })
  if (at < 0) return bytes
  const calc = Buffer.from(`<${prefix}calcPr calcId="191029" fullCalcOnLoad="1"/>`)
  return Buffer.concat([bytes.subarray(0, at), calc, bytes.subarray(at)])
}
