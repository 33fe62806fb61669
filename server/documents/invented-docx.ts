import JSZip from 'jszip'

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

/** For tests only: a paragraph of the given runs, each formatted differently. */
export function paragraph(...runs: string[]): string {
  const xml = runs.map(
    (run, i) => `<w:r>${i % 2 ? '<w:rPr><w:b/></w:rPr>' : ''}<w:t xml:space="preserve">${escaped(run)}</w:t></w:r>`,
  )
  return `<w:p>${xml.join('')}</w:p>`
}

/** For tests only: a table of one paragraph a cell. */
export function table(...rows: string[][]): string {
  const cells = (row: string[]) => row.map((text) => `<w:tc><w:tcPr/>${paragraph(text)}</w:tc>`).join('')
  return `<w:tbl><w:tblPr/>${rows.map((row) => `<w:tr>${cells(row)}</w:tr>`).join('')}</w:tbl>`
}

export function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
}

/** For tests only: a .docx written by hand, so that every oddity can be had. */
export function inventedDocx(
  body: string,
  more: {
    header?: string
    footer?: string
    mainType?: string
    prolog?: string
    relations?: string
    extra?: [string, string][]
  } = {},
): Promise<Buffer> {
  const zip = new JSZip()
  const prolog = more.prolog ?? '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
  const outer = [
    ['header', 'hdr', more.header],
    ['footer', 'ftr', more.footer],
  ] as const
  const given = outer.filter(([, , xml]) => xml !== undefined)
  const override = (path: string, type: string) => `<Override PartName="/${path}" ContentType="${type}"/>`
  const overrides = given.map(([name]) => override(`word/${name}1.xml`, `${TYPE}.${name}+xml`)).join('')
  zip.file(
    '[Content_Types].xml',
    `${prolog}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('word/document.xml', more.mainType ?? `${TYPE}.document.main+xml`)}${overrides}</Types>`,
  )
  zip.file(
    '_rels/.rels',
    relationships(`<Relationship Id="r1" Type="${RELATION}/officeDocument" Target="word/document.xml"/>`),
  )
  const links = given.map(([name]) => `<Relationship Id="${name}" Type="${RELATION}/${name}" Target="${name}1.xml"/>`)
  zip.file('word/_rels/document.xml.rels', relationships(links.join('') + (more.relations ?? '')))
  zip.file('word/document.xml', `${prolog}<w:document xmlns:w="${W}"><w:body>${body}<w:sectPr/></w:body></w:document>`)
  for (const [name, tag, xml] of given)
    zip.file(`word/${name}1.xml`, `${prolog}<w:${tag} xmlns:w="${W}">${xml}</w:${tag}>`)
  for (const [path, text] of more.extra ?? []) zip.file(path, text)
  return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE', compressionOptions: { level: 1 } })
}

function relationships(inside: string): string {
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside}</Relationships>`
}
