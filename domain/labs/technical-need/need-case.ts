import type { Fen } from '../fen'

/** The ten things a technical need says, in their order. Source: facts, section 6.2. */
export const FIELDS = [
  'background',
  'status',
  'indicator',
  'limits',
  'deadline',
  'budget',
  'ownership',
  'cooperation',
  'partner',
  'contact',
] as const
export type Field = (typeof FIELDS)[number]

/** How a field of a draft is: said so that somebody can act on it, said in empty words, or not said. */
export const GRADES = ['clear', 'vague', 'missing'] as const
export type Grade = (typeof GRADES)[number]

/** The ladder of ways to write an indicator: a wish, an object with its problem, figures, figures with test method and conditions. */
export const LEVELS = ['wish', 'object', 'figures', 'tested'] as const
export type Level = (typeof LEVELS)[number]

/** What is to be improved: how it is called, measured, under which conditions and by which procedure of the company. */
export type Product = {
  readonly name: string
  readonly measure: string
  readonly unit: string
  readonly conditions: string
  readonly procedure: string
  readonly trouble: string
}

/** One run on the test bench; a run that was broken off says nothing about the product. */
export type Run = { readonly value: number; readonly isBroken: boolean }

/** A way of writing an indicator, of another company, to be put on the ladder. */
export type Sentence = { readonly level: Level; readonly product: Product; readonly from: number; readonly to: number }

/** Everything drawn for one sheet of Lab G. */
export type NeedCase = {
  readonly company: string
  readonly year: number
  readonly product: Product
  readonly runs: readonly Run[]
  /** What is wanted, in tenths of what there is: 25 = two and a half times. */
  readonly factor: number
  readonly unitCost: Fen
  readonly price: Fen
  /** How much more a piece may cost, in percent. */
  readonly dearer: number
  readonly fee: Fen
  readonly samples: Fen
  readonly testing: Fen
  /** Part of the fee that is paid when the contract is signed, in percent. */
  readonly first: number
  readonly pieces: number
  readonly months: number
  readonly draft: Readonly<Record<Field, Grade>>
  readonly sentences: readonly Sentence[]
  /** What the company wants from others, and what of it no public call may tell. */
  readonly wish: 'develop' | 'license' | 'consult'
  readonly secret: 'formula' | 'customers' | 'prices'
}
