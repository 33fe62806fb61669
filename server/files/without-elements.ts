import { type Mark, scanMarks } from './patch-workbook-marks'

/**
 * An XML part without some of its elements, all else to the byte; the very buffer given when there are none. One pass over the part,
 * whatever its attributes and comments hold.
 *
 * @throws WorkbookRefused when the part is no well-formed XML
 */
export async function withoutElements(xml: Buffer, isDropped: (mark: Mark) => boolean): Promise<Buffer> {
  const kept: Buffer[] = []
  let at = 0
  let from = -1
  let depth = 0
  await scanMarks(xml, {
    open(mark) {
      if (depth > 0) depth += 1
      else if (isDropped(mark)) {
        from = mark.start
        depth = 1
      }
    },
    close(_, __, end) {
      if (depth === 0) return
      depth -= 1
      if (depth > 0) return
      kept.push(xml.subarray(at, from))
      at = end
    },
  })
  return kept.length === 0 ? xml : Buffer.concat([...kept, xml.subarray(at)])
}
