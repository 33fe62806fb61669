/**
 * What the rules of matching need to know about writing. It is passed in, as the tables behind it are large and belong to
 * packages; every function gives equal results for equal texts.
 */
export interface Spelling {
  /** Traditional forms to simplified ones, everything else as it is: '張偉' → '张伟'. */
  simplify(text: string): string
  /** How it is read, without tones: '张伟' and '章炜' are both 'zhang wei'. */
  sound(text: string): string
  /** What may stand before an enterprise's name or in brackets, in full and in short: 宁波市, 宁波, 浙江省, 浙江, 鄞州区, 鄞州. */
  readonly places: readonly string[]
  /**
   * Those of `places` in which everybody of the area is (city, province): whether they are written or left out tells no two
   * enterprises apart. Without them every added place counts as a different enterprise.
   */
  readonly widePlaces?: readonly string[]
}
