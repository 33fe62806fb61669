import type { Fen } from '../fen'

const DIGITS = '零壹贰叁肆伍陆柒捌玖'
const PLACES = ['', '拾', '佰', '仟'] as const
const GROUPS = ['', '万', '亿'] as const

/**
 * An amount in the capital figures of a voucher: 120,305.40 yuan is 壹拾贰万零叁佰零伍元肆角整.
 *
 * @param amount fen, 0 up to 万亿元
 */
export function capitalYuan(amount: Fen): string {
  const yuan = Math.floor(amount / 100)
  const [jiao, fen] = [Math.floor(amount / 10) % 10, amount % 10]
  const whole = yuan > 0 ? `${wholeYuan(yuan)}元` : ''
  if (jiao === 0 && fen === 0) return `${whole || '零元'}整`
  const tenth = jiao > 0 ? `${DIGITS[jiao]}角` : whole ? '零' : ''
  return `${whole}${tenth}${fen > 0 ? `${DIGITS[fen]}分` : '整'}`
}

function wholeYuan(yuan: number): string {
  const groups = [yuan % 10_000, Math.floor(yuan / 10_000) % 10_000, Math.floor(yuan / 100_000_000) % 10_000]
  const words = groups.map((group, index) => (group > 0 ? `${fourDigits(group)}${GROUPS[index]}` : '零')).reverse()
  return words
    .join('')
    .replace(/零+/g, '零')
    .replace(/^零|零$/g, '')
}

/** Four digits with their places; zeros between and before others are one 零. */
function fourDigits(group: number): string {
  const digits = String(group).padStart(4, '0')
  return [...digits]
    .map((digit, index) => (digit === '0' ? '零' : `${DIGITS[Number(digit)]}${PLACES[3 - index]}`))
    .join('')
    .replace(/零+/g, '零')
    .replace(/零$/, '')
}
