import { squeeze } from '@/domain/roster/cell-text'

const YES = /^(?:是|y|yes|true|√|✓|✔|☑|对|(?:已)?(?:合格|通过|及格|达标|完成)|优秀?|良好?|pass(?:ed)?)$/i
const NO =
  /^(?:否|n|no|false|×|✗|x|不是|(?:不|未|没有?)(?:合格|通过|及格|达标|完成)|(?:缺|未)(?:考|席|参加|参训)|差|待?补考|fail(?:ed)?)$/i

/** The largest score that is kept; with two decimals. */
const MOST = 99_999

/**
 * A score as written: '85', '85分', '８５．５', '85/100' (of a hundred).
 *
 * @returns null when the text leaves a doubt ('100/85', '85(补考90)', '约85', '缺考'); rounded half up to two decimals
 */
export function readScore(raw: string): number | null {
  const parts = /^(\d{1,5}(?:\.\d+)?)分?(?:\/(\d{1,5}(?:\.\d+)?)分?)?$/.exec(squeeze(raw))
  if (!parts) return null
  const score = Number(parts[1])
  if (score > MOST || (parts[2] !== undefined && score > Number(parts[2]))) return null
  return Math.round(score * 100 + 1e-6) / 100
}

/** Whether a word of somebody else's sheet says passed; null when it says neither. */
export function readPassed(raw: string): boolean | null {
  const word = squeeze(raw)
  if (YES.test(word)) return true
  return NO.test(word) ? false : null
}
