/** A share in percent as Moodle writes and compares weights: at most five digits after the point. 1/3 → "33.33333". */
export function percent(share: number): string {
  return String(Math.round(share * 100 * 1e5) / 1e5)
}
