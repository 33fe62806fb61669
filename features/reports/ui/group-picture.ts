import { drawable } from '@/server/pdf/fonts'
import type { groupParts } from '../group-text'

type Parts = ReturnType<typeof groupParts>

const WIDTH = 1080
const MARGIN = 72
const PAPER = '#fbfaf6'
const INK = '#1c1b19'
const INK_2 = '#55524b'
const RULE = '#dad6cb'
const SEAL = '#b23a26'
const HUES = { training: '#24508f', awareness: '#8a5a12', readiness: '#1f6b4f', visits: '#3e5c66' } as const
const LETTERS = { training: '训', awareness: '知', readiness: '行', visits: '访' } as const
const ROW = 148
const CHILD_COLUMNS = 4

/** The group text as a picture: SVG of paper, ink and the hues of the rates; as wide as a phone shows well. */
export function groupPicture(parts: Parts): string {
  const drawn: string[] = []
  let y = 118
  drawn.push(seal(), text(MARGIN + 84, y, parts.head, 40, INK))
  y += 56
  drawn.push(text(MARGIN + 84, y, parts.day, 28, INK_2))
  y += 52
  for (const rate of parts.rates) {
    drawn.push(rateRow(rate, y))
    y += ROW
  }
  drawn.push(line(y))
  y += 58
  drawn.push(text(MARGIN, y, parts.missing, 32, INK))
  y += 54
  for (const [index, child] of parts.children.entries()) {
    const column = index % CHILD_COLUMNS
    drawn.push(text(MARGIN + (column * (WIDTH - 2 * MARGIN)) / CHILD_COLUMNS, y, child, 30, INK_2))
    if (column === CHILD_COLUMNS - 1 || index === parts.children.length - 1) y += 50
  }
  if (parts.names.length > 0) y += 12
  for (const [index, one] of parts.names.entries()) {
    drawn.push(text(MARGIN, y, one, index === 0 ? 30 : 28, index === 0 ? INK : INK_2))
    y += 48
  }
  if (parts.note) {
    drawn.push(text(MARGIN, y + 16, parts.note, 24, HUES.awareness))
    y += 56
  }
  const height = Math.ceil(y + 24)
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}">` +
    `<rect width="${WIDTH}" height="${height}" fill="${PAPER}"/>${drawn.join('')}</svg>`
  )
}

function rateRow({ rate, name, percent, figure, since }: Parts['rates'][number], y: number): string {
  const hue = HUES[rate]
  const share = figure.whole === 0 ? 0 : figure.part === figure.whole ? 1 : Math.min(0.99, figure.part / figure.whole)
  const width = WIDTH - 2 * MARGIN
  const counted = figure.whole === 0 ? '' : `${figure.part} / ${figure.whole}`
  return [
    line(y),
    text(MARGIN, y + 50, LETTERS[rate], 32, hue),
    text(MARGIN + 48, y + 50, name, 32, INK_2),
    text(MARGIN + 48, y + 106, since.replace(/^[，,]\s*/, ''), 26, INK_2),
    text(WIDTH - MARGIN - 250, y + 78, counted, 32, INK_2, 'end'),
    text(WIDTH - MARGIN, y + 84, percent, 60, hue, 'end'),
    `<rect x="${MARGIN}" y="${y + 126}" width="${width}" height="6" fill="${RULE}"/>`,
    `<rect x="${MARGIN}" y="${y + 126}" width="${Math.round(width * share)}" height="6" fill="${hue}"/>`,
  ].join('')
}

/** The brand seal beside the title. */
function seal(): string {
  return `<rect x="${MARGIN}" y="78" width="60" height="60" rx="6" fill="${SEAL}"/>${text(MARGIN + 30, 121, '知', 36, PAPER, 'middle')}`
}

function line(y: number): string {
  return `<rect x="${MARGIN}" y="${y}" width="${WIDTH - 2 * MARGIN}" height="1.5" fill="${RULE}"/>`
}

function text(x: number, y: number, content: string, size: number, fill: string, anchor = 'start'): string {
  const escaped = drawable(content).text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
  return `<text x="${x}" y="${y}" font-family="Noto Sans SC" font-size="${size}" fill="${fill}" text-anchor="${anchor}">${escaped}</text>`
}
