import PizZip from 'pizzip'

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const TYPES = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const PROLOG = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

/** One block of a sample page. */
export type Block =
  | { kind: 'title' | 'heading' | 'text' | 'plain' | 'right' | 'small' | 'tag'; text: string }
  | { kind: 'table'; widths: readonly number[]; rows: readonly (readonly string[])[] }

/** A plain A4 page as a .docx: black on white, no emblem, no red head, page numbers at the foot. Widths are per cent. */
export function wordPage(blocks: readonly Block[]): Buffer {
  const zip = new PizZip()
  const part = (name: string, type: string) =>
    `<Override PartName="/word/${name}.xml" ContentType="${TYPES}.${type}+xml"/>`
  zip.file(
    '[Content_Types].xml',
    `${PROLOG}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part('document', 'document.main')}${part('styles', 'styles')}${part('footer1', 'footer')}</Types>`,
  )
  zip.file('_rels/.rels', relationships([['d1', 'officeDocument', 'word/document.xml']]))
  zip.file(
    'word/_rels/document.xml.rels',
    relationships([
      ['s1', 'styles', 'styles.xml'],
      ['f1', 'footer', 'footer1.xml'],
    ]),
  )
  zip.file('word/styles.xml', styles())
  zip.file('word/footer1.xml', `${PROLOG}<w:ftr xmlns:w="${W}">${footer()}</w:ftr>`)
  const section = `<w:sectPr><w:footerReference w:type="default" r:id="f1"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" w:header="851" w:footer="1134" w:gutter="0"/></w:sectPr>`
  zip.file(
    'word/document.xml',
    `${PROLOG}<w:document xmlns:w="${W}" xmlns:r="${R}"><w:body>${blocks.map(blockXml).join('')}${section}</w:body></w:document>`,
  )
  return zip.generate({ type: 'nodebuffer', compression: 'DEFLATE' })
}

function relationships(all: readonly (readonly [string, string, string])[]): string {
  const inside = all.map(([id, type, target]) => `<Relationship Id="${id}" Type="${R}/${type}" Target="${target}"/>`)
  return `${PROLOG}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside.join('')}</Relationships>`
}

function styles(): string {
  const fonts = (name: string) => `<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="${name}"/>`
  return `${PROLOG}<w:styles xmlns:w="${W}"><w:docDefaults><w:rPrDefault><w:rPr>${fonts('仿宋')}<w:sz w:val="32"/><w:szCs w:val="32"/><w:lang w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:line="560" w:lineRule="exact"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style></w:styles>`
}

const LAYOUTS: Record<Exclude<Block['kind'], 'table'>, { paragraph: string; run: string }> = {
  title: {
    paragraph: '<w:spacing w:before="240" w:after="480" w:line="640" w:lineRule="exact"/><w:jc w:val="center"/>',
    run: '<w:rFonts w:eastAsia="宋体"/><w:b/><w:sz w:val="44"/>',
  },
  heading: {
    paragraph:
      '<w:keepNext/><w:spacing w:before="240" w:after="60" w:line="560" w:lineRule="exact"/><w:ind w:firstLineChars="200" w:firstLine="640"/>',
    run: '<w:rFonts w:eastAsia="黑体"/>',
  },
  text: { paragraph: '<w:ind w:firstLineChars="200" w:firstLine="640"/>', run: '' },
  plain: { paragraph: '', run: '' },
  right: {
    paragraph: '<w:spacing w:before="120" w:line="560" w:lineRule="exact"/><w:ind w:right="640"/><w:jc w:val="right"/>',
    run: '',
  },
  small: {
    paragraph: '<w:spacing w:before="240" w:line="400" w:lineRule="exact"/>',
    run: '<w:sz w:val="24"/><w:color w:val="55524B"/>',
  },
  tag: { paragraph: '<w:spacing w:line="240" w:lineRule="exact"/>', run: '<w:sz w:val="18"/>' },
}

function blockXml(block: Block): string {
  if (block.kind === 'table') return tableXml(block.widths, block.rows)
  const { paragraph, run } = LAYOUTS[block.kind]
  return `<w:p><w:pPr>${paragraph}</w:pPr><w:r><w:rPr>${run}</w:rPr><w:t xml:space="preserve">${escaped(block.text)}</w:t></w:r></w:p>`
}

const LINE = 8844 // the width between the margins, in twentieths of a point

function tableXml(widths: readonly number[], rows: readonly (readonly string[])[]): string {
  const border = (side: string) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="808080"/>`
  const sides = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(border).join('')
  const width = (i: number) => Math.round(((widths[i] ?? 10) / 100) * LINE)
  const grid = widths.map((_, i) => `<w:gridCol w:w="${width(i)}"/>`).join('')
  const cell = (text: string, i: number, isHead: boolean) =>
    `<w:tc><w:tcPr><w:tcW w:w="${width(i)}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr><w:p><w:pPr><w:spacing w:before="40" w:after="40" w:line="340" w:lineRule="exact"/>${isHead ? '<w:jc w:val="center"/>' : ''}</w:pPr><w:r><w:rPr>${isHead ? '<w:rFonts w:eastAsia="黑体"/>' : ''}<w:sz w:val="21"/></w:rPr><w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p></w:tc>`
  const lines = rows.map((row, i) => {
    const head = i === 0 ? '<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>' : '<w:trPr><w:cantSplit/></w:trPr>'
    return `<w:tr>${head}${row.map((text, j) => cell(text, j, i === 0)).join('')}</w:tr>`
  })
  return `<w:tbl><w:tblPr><w:tblW w:w="${LINE}" w:type="dxa"/><w:tblBorders>${sides}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${lines.join('')}</w:tbl>`
}

function footer(): string {
  const field = '<w:fldSimple w:instr=" PAGE "><w:r><w:rPr><w:sz w:val="24"/></w:rPr><w:t>1</w:t></w:r></w:fldSimple>'
  const dash = '<w:r><w:rPr><w:sz w:val="24"/></w:rPr><w:t xml:space="preserve"> — </w:t></w:r>'
  return `<w:p><w:pPr><w:jc w:val="center"/></w:pPr>${dash}${field}${dash}</w:p>`
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}
