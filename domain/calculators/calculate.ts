import { parseDecimal, scaled } from '../exams/decimal'

/** The calculators a lesson may contain, their inputs in order and their unit. Names are those of the `Calc` component. */
export const CALCULATORS = {
  'tax-saving': { cost: 'yuan', rate: 'percent', tax: 'percent' },
  'other-cap': { five: 'yuan', other: 'yuan' },
  commissioned: { own: 'yuan', domestic: 'yuan', foreign: 'yuan' },
  'share-hours': { cost: 'yuan', hours: 'hours', total: 'hours' },
  'negative-list': { listed: 'yuan', income: 'yuan', nontaxed: 'yuan', investment: 'yuan' },
} as const satisfies Record<string, Record<string, Unit>>

export type Unit = 'yuan' | 'percent' | 'hours'
export type CalculatorKind = keyof typeof CALCULATORS

/** One line of a result: a name for its label, and the printed number or a verdict code. */
export type ResultLine = { name: string; unit: Unit | 'verdict'; text: string }

/** A fraction in hundredths of the unit: fen, hundredths of a percent. Kept exact until it is printed. */
type Ratio = { top: bigint; bottom: bigint }

const INPUT_SCALE = 12

/**
 * Computes what a calculator shows, exactly, rounding half-up once when printed (two decimals).
 *
 * @param values inputs by name, as typed; percentages as 100 for 100 %
 * @returns null when an input is unreadable or negative, or a divisor is zero
 *
 * Sources: 财税〔2015〕119号, 总局公告2021年第28号 三, 财税〔2018〕64号 一, 40号 一, 97号 四.
 */
export function calculate(kind: CalculatorKind, values: Readonly<Record<string, string>>): ResultLine[] | null {
  const inputs: Record<string, Ratio> = {}
  for (const name of Object.keys(CALCULATORS[kind])) {
    const decimal = parseDecimal(values[name] ?? '')
    if (!decimal || decimal.units < 0n) return null
    inputs[name] = { top: scaled(decimal, INPUT_SCALE) * 100n, bottom: 10n ** BigInt(INPUT_SCALE) }
  }
  const input = (name: string) => inputs[name] ?? { top: 0n, bottom: 1n }
  return formulas[kind](input)
}

type Formula = (input: (name: string) => Ratio) => ResultLine[] | null

const formulas: Record<CalculatorKind, Formula> = {
  'tax-saving': (input) => {
    const extra = percentOf(input('cost'), input('rate'))
    return [yuan('extra', extra), yuan('saving', percentOf(extra, input('tax')))]
  },
  'other-cap': (input) => {
    const cap = times(input('five'), 1n, 9n)
    const allowed = smaller(input('other'), cap)
    return [yuan('cap', cap), yuan('allowed', allowed), yuan('lost', minus(input('other'), allowed))]
  },
  commissioned: (input) => {
    const domestic = times(input('domestic'), 8n, 10n)
    const foreign = times(input('foreign'), 8n, 10n)
    const cap = times(plus(input('own'), domestic), 2n, 3n)
    const counted = smaller(foreign, cap)
    const base = plus(plus(input('own'), domestic), counted)
    return [yuan('domesticBase', domestic), yuan('foreignCap', cap), yuan('foreignBase', counted), yuan('base', base)]
  },
  'share-hours': (input) => {
    const [hours, total] = [input('hours'), input('total')]
    if (total.top === 0n || compare(hours, total) > 0) return null
    const share = {
      top: input('cost').top * hours.top * total.bottom,
      bottom: input('cost').bottom * hours.bottom * total.top,
    }
    return [yuan('share', share), yuan('rest', minus(input('cost'), share))]
  },
  'negative-list': (input) => {
    const base = minus(minus(input('income'), input('nontaxed')), input('investment'))
    if (base.top <= 0n) return null
    const listed = input('listed')
    const share = { top: listed.top * base.bottom * 10_000n, bottom: listed.bottom * base.top }
    const isExcluded = share.top > 5_000n * share.bottom
    return [
      yuan('base', base),
      { name: 'share', unit: 'percent', text: printed(share) },
      { name: 'verdict', unit: 'verdict', text: isExcluded ? 'excluded' : 'allowed' },
    ]
  },
}

function yuan(name: string, amount: Ratio): ResultLine {
  return { name, unit: 'yuan', text: printed(amount) }
}

/** Half-up to hundredths, once, with thousands separators: `1,234.50`; `.00` is left out. */
function printed({ top, bottom }: Ratio): string {
  const rounded = (top * 2n + bottom) / (bottom * 2n)
  const whole = (rounded / 100n).toString().replace(/\B(?=(\d{3})+$)/g, ',')
  const cents = rounded % 100n
  return cents === 0n ? whole : `${whole}.${cents.toString().padStart(2, '0')}`
}

function plus(one: Ratio, other: Ratio): Ratio {
  return { top: one.top * other.bottom + other.top * one.bottom, bottom: one.bottom * other.bottom }
}

function minus(one: Ratio, other: Ratio): Ratio {
  return plus(one, { top: -other.top, bottom: other.bottom })
}

function times(amount: Ratio, top: bigint, bottom: bigint): Ratio {
  return { top: amount.top * top, bottom: amount.bottom * bottom }
}

/** `percent` is in hundredths of a percent, so 100 % is 10,000. */
function percentOf(amount: Ratio, percent: Ratio): Ratio {
  return { top: amount.top * percent.top, bottom: amount.bottom * percent.bottom * 10_000n }
}

function compare(one: Ratio, other: Ratio): number {
  const difference = one.top * other.bottom - other.top * one.bottom
  return difference === 0n ? 0 : difference < 0n ? -1 : 1
}

function smaller(one: Ratio, other: Ratio): Ratio {
  return compare(one, other) <= 0 ? one : other
}
