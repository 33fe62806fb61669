import 'server-only'
import QRCode from 'qrcode'

/** A QR code as one path of unit squares: `side` is the number of modules of an edge, without the quiet zone. */
export type QrPath = { readonly side: number; readonly d: string }

/**
 * Draws a text, usually an address, as a QR code with error correction M (15 % may be damaged).
 * Keep four modules of white around it. Throws when the text is longer than a QR code holds (about 2,300 bytes).
 */
export function qrPath(text: string): QrPath {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' })
  const squares: string[] = []
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++) {
      if (modules.get(row, column)) squares.push(`M${column} ${row}h1v1h-1z`)
    }
  }
  return { side: modules.size, d: squares.join('') }
}
