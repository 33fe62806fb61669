import { Document, Page, Path, StyleSheet, Svg, Text, View } from '@react-pdf/renderer'
import { PDF_FONT } from '@/server/pdf/fonts'
import type { Letter } from './letter-text'

const INK_2 = '#55524B'
const RULE = '#DAD6CB'
const QUIET_MODULES = 4

const styles = StyleSheet.create({
  page: {
    fontFamily: PDF_FONT,
    color: '#1C1B19',
    fontSize: 12,
    lineHeight: 1.8,
    paddingVertical: 72,
    paddingHorizontal: 80,
  },
  sample: { position: 'absolute', top: 28, left: 80, right: 80, fontSize: 10, color: '#B23A26', textAlign: 'center' },
  title: { fontSize: 24, textAlign: 'center', marginBottom: 28 },
  paragraph: { marginTop: 10, textIndent: 24 },
  ways: {
    flexDirection: 'row',
    marginTop: 26,
    paddingVertical: 18,
    borderTop: `0.75pt solid ${RULE}`,
    borderBottom: `0.75pt solid ${RULE}`,
  },
  qr: { width: 148, height: 148 },
  words: { flex: 1, marginLeft: 22, justifyContent: 'center' },
  code: { fontSize: 20, marginTop: 4, letterSpacing: 1 },
  small: { marginTop: 14, fontSize: 10, color: INK_2 },
  foot: { marginTop: 36, textAlign: 'right' },
})

/** Letters on A4, one page each: whom it is for, what it is about, the QR code and the code to type. */
export function LetterDocument({ letters }: { letters: readonly Letter[] }) {
  return (
    <Document title={letters[0]?.title ?? ''} language="zh-CN">
      {letters.map((letter, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: drawn once, in this order.
        <Page key={index} size="A4" style={styles.page}>
          {letter.sample ? <Text style={styles.sample}>{letter.sample}</Text> : null}
          <Text style={styles.title}>{letter.title}</Text>
          <Text>{letter.greeting}</Text>
          <Text style={styles.paragraph}>{letter.about}</Text>
          <View style={styles.ways}>
            <Svg style={styles.qr} viewBox={box(letter.qr.side)}>
              <Path d={letter.qr.d} fill="#000000" />
            </Svg>
            <View style={styles.words}>
              <Text>{letter.how}</Text>
              {letter.code ? <Text style={{ marginTop: 8 }}>{letter.orCode}</Text> : null}
              {letter.code ? <Text style={styles.code}>{letter.code}</Text> : null}
            </View>
          </View>
          <Text style={styles.small}>{letter.until}</Text>
          <Text style={{ ...styles.small, marginTop: 2 }}>{letter.source}</Text>
          {letter.missing ? <Text style={{ ...styles.small, marginTop: 2 }}>{letter.missing}</Text> : null}
          <Text style={styles.foot}>{letter.office}</Text>
          <Text style={{ textAlign: 'right' }}>{letter.day}</Text>
        </Page>
      ))}
    </Document>
  )
}

function box(side: number): string {
  const edge = side + 2 * QUIET_MODULES
  return `${-QUIET_MODULES} ${-QUIET_MODULES} ${edge} ${edge}`
}
