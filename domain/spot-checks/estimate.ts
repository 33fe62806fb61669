/** z of a two-sided 95 % interval. */
const Z = 1.959964

export type Interval = { readonly low: number; readonly high: number }

/**
 * Wilson's score interval at 95 % for `yes` of `asked`, within [0, 1]; the whole of it when nobody was asked. Holds its level for small samples and near 0 and
 * 1, where the usual "± 1.96 s" does not. Source: E. B. Wilson, JASA 22 (1927) 209–212.
 */
export function wilson(yes: number, asked: number): Interval {
  if (asked === 0) return { low: 0, high: 1 }
  const share = yes / asked
  const middle = share + (Z * Z) / (2 * asked)
  const reach = Z * Math.sqrt((share * (1 - share)) / asked + (Z * Z) / (4 * asked * asked))
  const scale = 1 + (Z * Z) / asked
  // At the ends the formula gives exactly 0 and 1; floating point does not.
  return {
    low: yes === 0 ? 0 : Math.max(0, (middle - reach) / scale),
    high: yes === asked ? 1 : Math.min(1, (middle + reach) / scale),
  }
}

/** How many of a population are to be asked so that the 95 % interval reaches at most `margin` (0.05 = five points) either way, at worst. */
export function sampleSize(population: number, margin: number): number {
  if (population <= 0) return 0
  const endless = (Z * Z * 0.25) / (margin * margin)
  return Math.min(population, Math.ceil(endless / (1 + (endless - 1) / population)))
}

export type SpotResult = {
  readonly size: number
  readonly answered: number
  readonly yes: number
  /** Neither reached nor willing, or still to come. */
  readonly silent: number
  /** Of those who answered. */
  readonly share: number | null
  readonly interval: Interval
  /** When all who did not answer were counted as no, and as yes. */
  readonly bounds: Interval
}

/** What a sample says; whoever did not answer stands apart and bounds the result both ways. */
export function spotResult(size: number, answered: number, yes: number): SpotResult {
  const silent = size - answered
  return {
    ...{ size, answered, yes, silent, share: answered === 0 ? null : yes / answered },
    interval: wilson(yes, answered),
    bounds: size === 0 ? { low: 0, high: 1 } : { low: wilson(yes, size).low, high: wilson(yes + silent, size).high },
  }
}
