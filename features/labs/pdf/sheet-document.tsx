import { Document, Page, StyleSheet, Text, View } from '@react-pdf/renderer'
import { PDF_FONT } from '@/server/pdf/fonts'
import type { PageBlock, PageTable, SheetPage } from './sheet-page'

const INK_2 = '#55524B'
const RULE = '#DAD6CB'

const styles = StyleSheet.create({
  page: { fontFamily: PDF_FONT, color: '#1C1B19', padding: 44, paddingBottom: 56, fontSize: 9.5, lineHeight: 1.5 },
  title: { fontSize: 17, lineHeight: 1.35 },
  beneath: { color: INK_2, fontSize: 9 },
  form: { marginTop: 14, fontSize: 13 },
  step: { marginTop: 8, marginBottom: 2, fontSize: 10.5 },
  row: { flexDirection: 'row', borderBottom: `0.5pt solid ${RULE}`, paddingVertical: 2 },
  head: { color: INK_2 },
  paper: { marginTop: 12, border: `0.75pt solid ${RULE}`, padding: 8 },
  paperHead: { flexDirection: 'row', justifyContent: 'space-between', marginBottom: 3 },
  foot: { position: 'absolute', left: 44, right: 44, bottom: 26, fontSize: 8, color: INK_2 },
})

/** A run's sheet on A4: forms first, then its documents. */
export function SheetDocument({ page }: { page: SheetPage }) {
  return (
    <Document title={page.title} language="zh-CN">
      <Page size="A4" style={styles.page}>
        <Text style={styles.title}>{page.title}</Text>
        {page.beneath.map((line) => (
          <Text key={line} style={styles.beneath}>
            {line}
          </Text>
        ))}
        {page.forms.map(({ id, title, sections }) => (
          <View key={id}>
            {title ? <Text style={styles.form}>{title}</Text> : null}
            {sections.map(({ label, table }) => (
              <View key={label}>
                <Text style={styles.step} minPresenceAhead={40}>
                  {label}
                </Text>
                <Table table={table} />
              </View>
            ))}
          </View>
        ))}
        <Text style={styles.form} break>
          {page.papersTitle}
        </Text>
        {page.papers.map(({ id, title, no, blocks }) => (
          <View key={id} style={styles.paper}>
            <View style={styles.paperHead} wrap={false}>
              <Text>{title}</Text>
              <Text style={styles.beneath}>{no}</Text>
            </View>
            {blocks.map((block, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a document's blocks never change their order.
              <Block key={at} block={block} />
            ))}
          </View>
        ))}
        <Text
          style={styles.foot}
          fixed
          render={({ pageNumber, totalPages }) => `${page.foot}　${pageNumber} / ${totalPages}`}
        />
      </Page>
    </Document>
  )
}

function Block({ block }: { block: PageBlock }) {
  if (block.kind === 'table') return <Table table={block.table} />
  return (
    <View>
      {block.lines.map((line) => (
        <Text key={line}>{line}</Text>
      ))}
    </View>
  )
}

function Table({ table: { heads, rows, numbers } }: { table: PageTable }) {
  const width = (column: number) => ({ flex: column === 0 ? 2 : 1, paddingRight: 6 })
  const cells = (texts: readonly string[]) =>
    texts.map((text, column) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place.
      <Text key={column} style={[width(column), numbers[column] ? { textAlign: 'right' } : {}]}>
        {text}
      </Text>
    ))
  return (
    <View>
      {heads.length > 0 ? (
        <View style={[styles.row, styles.head]} wrap={false}>
          {cells(heads)}
        </View>
      ) : null}
      {rows.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows of a sheet never change their order.
        <View key={index} style={styles.row} wrap={false}>
          {cells(row)}
        </View>
      ))}
    </View>
  )
}
