/** 张三丰 → 张**, 欧阳锋 → 欧*… : the first character stays, one star for each other (at most three). Counts code points. */
export function maskName(name: string): string {
  const [first = '', ...rest] = [...name]
  return first + '*'.repeat(Math.min(Math.max(rest.length, 1), 3))
}

/** 13812345678 → 138****5678. */
export function maskMobile(mobile: string): string {
  return `${mobile.slice(0, 3)}****${mobile.slice(-4)}`
}
