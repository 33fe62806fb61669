import { formatYuan, halfUp, parseYuan } from './fen'
import type { CellKind, CellValue } from './lab-sheet'

/** What the learner saved, as typed, by cell id; cells never saved are absent. */
export type SavedCells = Readonly<Record<string, string>>

/** The two answers of a `yes-no` cell. */
export const YES_NO = ['yes', 'no'] as const

/**
 * Reads what somebody typed or chose.
 *
 * @returns the value in its canonical form, or null when it is blank or cannot be read as this kind
 */
export function readCell(spec: CellKind, typed: string): CellValue | null {
  switch (spec.kind) {
    case 'money':
      return parseYuan(typed)
    case 'integer':
      return parseDecimal(typed, 0, true)
    case 'hours':
      return parseDecimal(typed, 1)
    case 'decimal':
      return parseDecimal(typed, spec.scale)
    case 'yes-no':
      return oneOf(YES_NO, typed)
    case 'choice':
      return oneOf(spec.options, typed)
    case 'choices':
      return someOf(spec.options, typed)
    case 'text':
      return textList(typed)
  }
}

/** A value as a learner would type it: figures with separators and all their digits, options by their id. */
export function formatCell(spec: CellKind, value: CellValue): string {
  if (typeof value === 'string') return value
  if (spec.kind === 'money') return formatYuan(value)
  const scale = scaleOf(spec)
  const digits = Math.abs(value)
    .toString()
    .padStart(scale + 1, '0')
  const whole = digits.slice(0, digits.length - scale).replace(/\B(?=(\d{3})+$)/g, ',')
  return `${value < 0 ? '-' : ''}${whole}${scale > 0 ? `.${digits.slice(-scale)}` : ''}`
}

/** What was typed, with thousands separators where it can be read as a figure; otherwise untouched. Decimals stay as typed. */
export function tidyTyped(spec: CellKind, typed: string): string {
  if (!isFigure(spec) || readCell(spec, typed) === null) return typed
  const match = /^([+-]?)(\d+)(\.\d*)?$/.exec(bare(typed))
  if (!match) return typed
  const [, sign = '', whole = '', decimals = ''] = match
  return `${sign}${whole.replace(/^0+(?=\d)/, '').replace(/\B(?=(\d{3})+$)/g, ',')}${decimals}`
}

/** True for kinds whose value is a number. */
export function isFigure(spec: CellKind): boolean {
  return spec.kind === 'money' || spec.kind === 'integer' || spec.kind === 'decimal' || spec.kind === 'hours'
}

function scaleOf(spec: CellKind): number {
  return spec.kind === 'decimal' ? spec.scale : spec.kind === 'hours' ? 1 : 0
}

const UNIT_WORDS = /(?:人年|人月|小时|个月|千元|工时|人|时|月|年|个|h|%)$/iu

function bare(typed: string): string {
  return typed
    .normalize('NFKC')
    .replace(/[\s,，¥￥元]/gu, '')
    .replace(/^[−–—]/u, '-')
}

/** A figure with at most eight decimals as a whole number of its `scale`-th decimal, half-up; null when it is none. */
function parseDecimal(typed: string, scale: number, mustBeWhole = false): number | null {
  const match = /^([+-]?)(\d{0,12})(?:\.(\d{0,8}))?$/.exec(bare(typed).replace(UNIT_WORDS, ''))
  if (!match) return null
  const [, sign, whole = '', decimals = ''] = match
  if (whole === '' && decimals === '') return null
  if (mustBeWhole && /[1-9]/.test(decimals)) return null
  const scaled = halfUp(BigInt(whole + decimals.padEnd(8, '0')) * 10n ** BigInt(scale), 100_000_000n)
  return Number(sign === '-' ? -scaled : scaled)
}

function oneOf(options: readonly string[], typed: string): string | null {
  return options.includes(typed.trim()) ? typed.trim() : null
}

function someOf(options: readonly string[], typed: string): string | null {
  const chosen = new Set(typed.split(',').map((one) => one.trim()))
  chosen.delete('')
  if (chosen.size === 0 || [...chosen].some((one) => !options.includes(one))) return null
  return options.filter((option) => chosen.has(option)).join(',')
}

function textList(typed: string): string | null {
  const texts = typed
    .normalize('NFKC')
    .split(/[;；、\n]/u)
    .map((text) => text.replace(/\s+/g, ' ').trim().toLowerCase())
  const given = [...new Set(texts.filter((text) => text !== ''))].sort()
  return given.length > 0 ? given.join(';') : null
}
