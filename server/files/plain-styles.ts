import type { Archive } from './open-archive'
import { parseXml } from './parse-xml'

const GENERAL = 0
const TEXT = 49

/**
 * Which cell styles show a text as it is: their number format is General or Text. Any other may show something else (a format
 * such as ';;;' shows nothing), and says of a text that it were a number or a date.
 *
 * @returns by style index; empty when the workbook has no styles
 */
export async function plainStyles(archive: Archive, path: string | null): Promise<boolean[]> {
  const styles: boolean[] = []
  if (!path || !archive.names.includes(path)) return styles
  const custom = new Set<number>()
  let isCellStyles = false
  await parseXml(await archive.open(path), {
    open(name, at) {
      if (name === 'numFmt' && /^(?:@|General|G\/通用格式)$/.test(at.formatCode ?? '')) custom.add(Number(at.numFmtId))
      if (name === 'cellXfs') isCellStyles = true
      const format = Number(at.numFmtId ?? GENERAL)
      if (name === 'xf' && isCellStyles) styles.push(format === GENERAL || format === TEXT || custom.has(format))
    },
    close(name) {
      if (name === 'cellXfs') isCellStyles = false
    },
  })
  return styles
}
