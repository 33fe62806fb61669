import type { Fen } from '../fen'

/**
 * What somebody is to the projects.
 *
 * - `researcher`, `technician`, `helper`: directly in R&D, every hour recorded · `clerk`: office work of the R&D department, not directly in R&D
 * - `dispatched`: from an agency, whose invoice also bears its fee · `partly-recorded`: only some of the hours have a record
 */
export type Role = 'researcher' | 'technician' | 'helper' | 'clerk' | 'dispatched' | 'partly-recorded'

/** Whole hours of a month, by use; `total` also holds hours without any record. */
export type Hours = { readonly a: number; readonly b: number; readonly other: number; readonly total: number }

export type Worker = Hours & {
  readonly id: string
  readonly name: string
  readonly role: Role
  /** Wages and the employer's social insurance and housing fund; for somebody dispatched what the person was really paid. */
  readonly wage: Fen
  readonly insurance: Fen
  /** The agency's fee; 0 for everybody else. */
  readonly fee: Fen
}

/** `instrument`: shared with production · `rig`: R&D alone · `building`: not among what may be counted. */
export type Asset = Hours & {
  readonly id: string
  readonly name: string
  readonly kind: 'instrument' | 'rig' | 'building'
  readonly depreciation: Fen
}

/** An invented company's month with two projects. */
export type AllocationCase = {
  readonly company: string
  readonly year: number
  readonly month: number
  readonly projects: { readonly a: string; readonly b: string }
  readonly workers: readonly Worker[]
  readonly assets: readonly Asset[]
}

/** What a worker cost in the month, an agency's fee left out. */
export function costOf({ wage, insurance }: Worker): Fen {
  return wage + insurance
}
