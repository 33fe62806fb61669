/** An exact fraction for second computations in tests; written apart from the product's own arithmetic. */
export class Fraction {
  constructor(
    readonly top: bigint,
    readonly bottom = 1n,
  ) {
    if (bottom === 0n) throw new RangeError('division by zero')
  }

  plus(other: Fraction): Fraction {
    return new Fraction(this.top * other.bottom + other.top * this.bottom, this.bottom * other.bottom)
  }

  minus(other: Fraction): Fraction {
    return this.plus(new Fraction(-other.top, other.bottom))
  }

  times(other: Fraction): Fraction {
    return new Fraction(this.top * other.top, this.bottom * other.bottom)
  }

  over(other: Fraction): Fraction {
    return this.times(new Fraction(other.bottom, other.top))
  }

  least(other: Fraction): Fraction {
    return this.minus(other).sign > 0 ? other : this
  }

  most(other: Fraction): Fraction {
    return this.minus(other).sign > 0 ? this : other
  }

  /** Rounded half-up to a whole number (of fen); for amounts that are not negative. */
  fen(): Fraction {
    const [top, bottom] = this.bottom < 0n ? [-this.top, -this.bottom] : [this.top, this.bottom]
    const rest = ((top % bottom) + bottom) % bottom
    return new Fraction((top - rest) / bottom + (rest * 2n >= bottom ? 1n : 0n))
  }

  /** The number itself; throws RangeError when it is not whole. */
  whole(): bigint {
    if (this.top % this.bottom !== 0n) throw new RangeError(`${this.top}/${this.bottom} is not whole`)
    return this.top / this.bottom
  }

  private get sign(): number {
    const product = this.top * this.bottom
    return product > 0n ? 1 : product < 0n ? -1 : 0
  }
}
