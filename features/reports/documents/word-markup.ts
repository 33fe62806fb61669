/** The markup of a few things a bulletin needs in Word; texts are escaped, sizes are half points. */
interface Look {
  size?: number
  bold?: boolean
  color?: string
  align?: 'left' | 'center' | 'right'
  indent?: boolean
  serif?: boolean
  before?: number
  after?: number
  /** Lines apart in hundredths of a line; 150 when left out. */
  lines?: number
  /** Stays on the page of what follows. */
  isHeading?: boolean
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
}

/** A paragraph of one text. */
export function paragraph(text: string, look: Look = {}): string {
  const { size = 24, align = 'left', before = 0, after = 60, lines = 150 } = look
  const font = look.serif ? '宋体' : '仿宋'
  const indent = look.indent ? '<w:ind w:firstLineChars="200" w:firstLine="480"/>' : ''
  const bold = look.bold ? '<w:b/>' : ''
  const color = look.color ? `<w:color w:val="${look.color}"/>` : ''
  return (
    `<w:p><w:pPr>${look.isHeading ? '<w:keepNext/>' : ''}<w:spacing w:before="${before}" w:after="${after}" w:line="${lines * 2.4}" w:lineRule="auto"/>${indent}<w:jc w:val="${align}"/></w:pPr>` +
    `<w:r><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="${font}"/>${bold}${color}` +
    `<w:sz w:val="${size}"/></w:rPr><w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`
  )
}

/** A table with hairlines; the first row is its head and stands again on each page. Widths in hundredths of the whole. */
export function table(widths: readonly number[], rows: readonly (readonly { text: string; look?: Look }[])[]): string {
  const cell = (index: number, one: { text: string; look?: Look }) =>
    `<w:tc><w:tcPr><w:tcW w:w="${(widths[index] ?? 10) * 90}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>` +
    `${paragraph(one.text, { size: 20, before: 30, after: 30, lines: 100, ...one.look })}</w:tc>`
  const line = (row: readonly { text: string; look?: Look }[], isHead: boolean) =>
    `<w:tr><w:trPr><w:cantSplit/>${isHead ? '<w:tblHeader/>' : ''}</w:trPr>${row.map((one, index) => cell(index, one)).join('')}</w:tr>`
  const edge = (name: string) => `<w:${name} w:val="single" w:sz="4" w:space="0" w:color="8A857A"/>`
  const edges = ['top', 'bottom', 'insideH'].map(edge).join('')
  return (
    `<w:tbl><w:tblPr><w:tblW w:w="9000" w:type="dxa"/><w:tblBorders>${edges}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr>` +
    `<w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width * 90}"/>`).join('')}</w:tblGrid>` +
    `${rows.map((row, index) => line(row, index === 0)).join('')}</w:tbl>`
  )
}

/** The last element of a body: A4, upright, the page number at the foot. */
export const a4Section =
  '<w:sectPr><w:footerReference w:type="default" r:id="footer"/><w:pgSz w:w="11906" w:h="16838"/>' +
  '<w:pgMar w:top="1701" w:right="1440" w:bottom="1440" w:left="1440" w:header="851" w:footer="850" w:gutter="0"/></w:sectPr>'
