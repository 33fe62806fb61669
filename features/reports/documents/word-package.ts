import JSZip from 'jszip'

const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

const pageNumber =
  `<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>` +
  `<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`

/** A body in WordprocessingML as a .docx with a page number at the foot. Equal bodies give equal bytes. */
export function wordPackage(body: string): Promise<Buffer> {
  const names = `xmlns:w="${MAIN}" xmlns:r="${RELATION}"`
  const override = (part: string, type: string) => `<Override PartName="/${part}" ContentType="${TYPE}.${type}+xml"/>`
  const parts: Record<string, string> = {
    '[Content_Types].xml':
      `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
      `<Default Extension="xml" ContentType="application/xml"/>${override('word/document.xml', 'document.main')}${override('word/footer1.xml', 'footer')}</Types>`,
    '_rels/.rels': relationships(`Id="document" Type="${RELATION}/officeDocument" Target="word/document.xml"`),
    'word/_rels/document.xml.rels': relationships(`Id="footer" Type="${RELATION}/footer" Target="footer1.xml"`),
    'word/document.xml': `${HEAD}<w:document ${names}><w:body>${body}</w:body></w:document>`,
    'word/footer1.xml': `${HEAD}<w:ftr ${names}>${pageNumber}</w:ftr>`,
  }
  const zip = new JSZip()
  for (const [path, text] of Object.entries(parts)) zip.file(path, text, { date: new Date(0), createFolders: false })
  return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' })
}

function relationships(one: string): string {
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship ${one}/></Relationships>`
}
