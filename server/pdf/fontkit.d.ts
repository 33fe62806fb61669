/** The part of fontkit that is used here; the package brings no types. */
declare module 'fontkit' {
  export type Font = { hasGlyphForCodePoint(codePoint: number): boolean }
  export function openSync(path: string): Font
}
