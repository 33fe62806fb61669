type Fraction = { readonly top: bigint; readonly bottom: bigint }

/**
 * Works out what somebody typed into the desk's calculator, exactly, as a fraction.
 *
 * @param text numbers with separators and decimals, `+ − × ÷ * / ( )`, and `%` after a number; full-width signs too
 * @returns at most six decimals, half-up, with separators; null when it cannot be worked out (also a division by zero)
 */
export function calculate(text: string): string | null {
  const signs = tokens(text)
  if (!signs || signs.length === 0) return null
  const reader = new Reader(signs)
  const value = reader.sum()
  return value && reader.isAtEnd ? shown(value) : null
}

const DIGITS_MAX = 200

function tokens(text: string): string[] | null {
  const plain = text
    .normalize('NFKC')
    .replace(/[\s,，¥元]/gu, '')
    .replace(/[×xX]/gu, '*')
    .replace(/[÷]/gu, '/')
    .replace(/[−–—]/gu, '-')
  if (plain.length > DIGITS_MAX || !/^(?:\d+\.?\d*|\.\d+|[-+*/()%])*$/.test(plain)) return null
  return plain.match(/\d+\.?\d*|\.\d+|[-+*/()%]/g) ?? []
}

/** Reads sums of products of signed numbers, by the rules of arithmetic; null as soon as something does not fit. */
class Reader {
  #at = 0
  constructor(private readonly signs: readonly string[]) {}

  get isAtEnd(): boolean {
    return this.#at === this.signs.length
  }

  sum(): Fraction | null {
    let value = this.#product()
    while (value && (this.#peek() === '+' || this.#peek() === '-')) {
      const sign = this.#take() === '-' ? -1n : 1n
      const next = this.#product()
      value = next && fraction(value.top * next.bottom + sign * next.top * value.bottom, value.bottom * next.bottom)
    }
    return value
  }

  #product(): Fraction | null {
    let value = this.#signed()
    while (value && (this.#peek() === '*' || this.#peek() === '/')) {
      const isTimes = this.#take() === '*'
      const next = this.#signed()
      if (!next) return null
      value = isTimes
        ? fraction(value.top * next.top, value.bottom * next.bottom)
        : fraction(value.top * next.bottom, value.bottom * next.top)
    }
    return value
  }

  #signed(): Fraction | null {
    if (this.#peek() === '+' || this.#peek() === '-') {
      const sign = this.#take() === '-' ? -1n : 1n
      const value = this.#signed()
      return value && fraction(sign * value.top, value.bottom)
    }
    let value = this.#number()
    while (value && this.#peek() === '%') {
      this.#take()
      value = fraction(value.top, value.bottom * 100n)
    }
    return value
  }

  #number(): Fraction | null {
    const sign = this.#take()
    if (sign === '(') {
      const inner = this.sum()
      return this.#take() === ')' ? inner : null
    }
    if (sign === undefined || !/\d/.test(sign)) return null
    const [whole = '', decimals = ''] = sign.split('.')
    return fraction(BigInt(whole + decimals || '0'), 10n ** BigInt(decimals.length))
  }

  #peek(): string | undefined {
    return this.signs[this.#at]
  }

  #take(): string | undefined {
    return this.signs[this.#at++]
  }
}

/** Null for a bottom of zero. */
function fraction(top: bigint, bottom: bigint): Fraction | null {
  if (bottom === 0n) return null
  return bottom < 0n ? { top: -top, bottom: -bottom } : { top, bottom }
}

function shown({ top, bottom }: Fraction): string {
  const sign = top < 0n ? -1n : 1n
  const millionths = (2n * sign * top * 1_000_000n + bottom) / (2n * bottom)
  const digits = millionths.toString().padStart(7, '0')
  const whole = digits.slice(0, -6).replace(/\B(?=(\d{3})+$)/g, ',')
  const decimals = digits.slice(-6).replace(/0+$/, '')
  return `${sign < 0n && millionths > 0n ? '-' : ''}${whole}${decimals ? `.${decimals}` : ''}`
}
