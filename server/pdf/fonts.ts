import 'server-only'
import path from 'node:path'
import { Font as PdfFonts } from '@react-pdf/renderer'
import { type Font, openSync } from 'fontkit'
import { breakable } from './line-breaks'

/** The font of every PDF. It is embedded as a subset: only the characters that occur. */
export const PDF_FONT = 'Noto Sans SC'

/** Drawn in place of a character that the font does not have: 〓, the printers' mark for a missing type. */
export const MISSING_MARK = '〓'

let registered = false
let font: Font | undefined

function fontFile(): string {
  return path.join(process.cwd(), 'node_modules/@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf')
}

/**
 * Makes the font and the Chinese line breaks known to the renderer; call it before rendering. Calling it again does nothing.
 * The file is read at the first rendering: a missing file throws there.
 */
export function registerFonts(): void {
  if (registered) return
  PdfFonts.register({ family: PDF_FONT, src: fontFile() })
  PdfFonts.registerHyphenationCallback(breakable)
  registered = true
}

/**
 * The characters of a text that the font cannot draw, each once, in order; empty for nearly every text.
 * Characters outside the Basic Multilingual Plane are counted as one. White space and joiners are never missing.
 */
export function missingGlyphs(text: string): string[] {
  font ??= openSync(fontFile())
  const has = font.hasGlyphForCodePoint.bind(font)
  return [...new Set(text)].filter((char) => !/[\s\p{Cf}\p{VS}]/u.test(char) && !has(char.codePointAt(0) as number))
}

/** A text that can be drawn without garbage: missing characters are replaced by `MISSING_MARK`, control characters dropped. */
export function drawable(text: string): { text: string; missing: string[] } {
  const missing = missingGlyphs(text)
  const clean = [...text].filter((char) => !/[\p{Cc}\p{Cf}\p{VS}]/u.test(char) || char === '\n')
  return { text: clean.map((char) => (missing.includes(char) ? MISSING_MARK : char)).join(''), missing }
}

/** `𠮷` as `𠮷` cannot be printed: how a notice names it, `U+20BB7`. */
export function codePointName(char: string): string {
  return `U+${(char.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')}`
}
