import { Document, Page, Path, StyleSheet, Svg, Text, View } from '@react-pdf/renderer'
import { PDF_FONT } from '@/server/pdf/fonts'
import type { QrPath } from '@/server/pdf/qr-path'

/** Every word and figure of the page, ready to draw: dates formatted, missing characters already replaced. */
export type CertificatePage = {
  title: string
  disclaimer: string
  mark: string
  name: string
  /** What was done, in a sentence. */
  statement: string
  labsHeading: string
  labs: string[]
  facts: { label: string; value: string }[]
  /** Why a character is shown as a mark; null when none is. */
  glyphNotice: string | null
  verifyHint: string
  verifyUrl: string
  issuer: string
  issuedOn: string
  qr: QrPath
}

const INK = '#1C1B19'
const INK_2 = '#55524B'
const RULE = '#DAD6CB'
const CINNABAR = '#B23A26'

const styles = StyleSheet.create({
  page: {
    fontFamily: PDF_FONT,
    color: INK,
    paddingTop: 62,
    paddingBottom: 56,
    paddingHorizontal: 72,
    fontSize: 11,
    lineHeight: 1.6,
  },
  frame: { position: 'absolute', top: 28, left: 28, right: 28, bottom: 28, border: `0.75pt solid ${RULE}` },
  mark: { fontSize: 12, color: CINNABAR },
  title: { marginTop: 52, fontSize: 30, lineHeight: 1.3, textAlign: 'center' },
  disclaimer: { marginTop: 6, fontSize: 11, color: INK_2, textAlign: 'center' },
  name: { marginTop: 46, fontSize: 24, lineHeight: 1.4, textAlign: 'center' },
  notice: { marginTop: 4, fontSize: 9, color: CINNABAR, textAlign: 'center' },
  statement: { marginTop: 20, fontSize: 14, lineHeight: 1.9 },
  labs: { marginTop: 14, fontSize: 12 },
  facts: { marginTop: 26, borderTop: `0.75pt solid ${RULE}` },
  fact: { flexDirection: 'row', borderBottom: `0.75pt solid ${RULE}`, paddingVertical: 5 },
  factLabel: { width: 96, color: INK_2 },
  factValue: { flex: 1 },
  foot: { position: 'absolute', left: 72, right: 72, bottom: 62, flexDirection: 'row', alignItems: 'flex-end' },
  qr: { width: 92, height: 92 },
  verify: { flex: 1, marginLeft: 14, fontSize: 9, color: INK_2 },
  issuer: { textAlign: 'right', fontSize: 11 },
})

/** The certificate on one A4 page: quiet, no emblem. */
export function CertificateDocument({ page }: { page: CertificatePage }) {
  return (
    <Document title={`${page.title} ${page.name}`} author={page.issuer} language="zh-CN">
      <Page size="A4" style={styles.page}>
        <View fixed style={styles.frame} />
        <Text style={styles.mark}>{page.mark}</Text>
        <Text style={styles.title}>{page.title}</Text>
        <Text style={styles.disclaimer}>{page.disclaimer}</Text>
        <Text style={styles.name}>{page.name}</Text>
        {page.glyphNotice ? <Text style={styles.notice}>{page.glyphNotice}</Text> : null}
        <Text style={styles.statement}>{page.statement}</Text>
        {page.labs.length > 0 ? <Labs heading={page.labsHeading} labs={page.labs} /> : null}
        <View style={styles.facts}>
          {page.facts.map((fact) => (
            <View key={fact.label} style={styles.fact}>
              <Text style={styles.factLabel}>{fact.label}</Text>
              <Text style={styles.factValue}>{fact.value}</Text>
            </View>
          ))}
        </View>
        <Foot page={page} />
      </Page>
    </Document>
  )
}

function Labs({ heading, labs }: { heading: string; labs: string[] }) {
  return (
    <View style={styles.labs}>
      <Text style={{ color: INK_2 }}>{heading}</Text>
      <Text>{labs.join('；')}</Text>
    </View>
  )
}

function Foot({ page }: { page: CertificatePage }) {
  const quiet = 4
  const side = page.qr.side + 2 * quiet
  return (
    <View style={styles.foot}>
      <Svg style={styles.qr} viewBox={`${-quiet} ${-quiet} ${side} ${side}`}>
        <Path d={page.qr.d} fill={INK} />
      </Svg>
      <View style={styles.verify}>
        <Text>{page.verifyHint}</Text>
        <Text>{page.verifyUrl}</Text>
      </View>
      <View style={styles.issuer}>
        <Text>{page.issuer}</Text>
        <Text>{page.issuedOn}</Text>
      </View>
    </View>
  )
}
