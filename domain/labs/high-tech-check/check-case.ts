/** An invented company that asks itself whether it would be recognised. Amounts in whole 万元. */
export type CheckCase = {
  readonly company: string
  /** The latest full year; the three years end with it. */
  readonly year: number
  /** Three years, the latest last. */
  readonly sales: readonly [number, number, number]
  readonly rd: readonly [number, number, number]
  readonly netAssets: readonly [number, number, number]
  /** Part of the three years' R&D cost that arose at home. */
  readonly rdDomestic: number
  /** Monthly averages of the latest year, and the count at its end. */
  readonly staff: number
  readonly scientists: number
  readonly staffAtEnd: number
  readonly scientistsAtEnd: number
  /** Of the latest year: income of high-tech products, all income, and what of it is not taxed. */
  readonly highTech: number
  readonly gross: number
  readonly nontax: number
  /** Points that experts gave: five for intellectual property, then results, organisation, growth of net assets and of sales. */
  readonly points: readonly number[]
}
