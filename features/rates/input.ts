import { z } from 'zod'
import { isDay } from '@/domain/calendar/day'
import { shownRates } from '@/domain/rates/rate-display'
import type { ShownRate } from '@/domain/rates/rate-display'
import { exportReason } from '@/server/exports/reason'

/** What a page's address chooses; anything unreadable falls back to the default, as an address is not a form. */
export const viewInput = z.object({
  programme: z.uuid().optional().catch(undefined),
  /** "key" = key enterprises (the default), "all" = the whole roster. */
  roster: z.enum(['key', 'all']).catch('key'),
  /** As of this Shanghai day; absent = now. */
  on: z.string().refine(isDay).optional().catch(undefined),
})
export type View = z.infer<typeof viewInput>

/** An area's page: also which earlier day it is compared with, and how its areas are shown. */
export const areaInput = viewInput.extend({
  since: z.string().refine(isDay).optional().catch(undefined),
  show: z.enum(['tiles']).optional().catch(undefined),
  /** By people still to serve; only where the programme has it. */
  order: z.enum(['missing']).optional().catch(undefined),
})
export type AreaView = z.infer<typeof areaInput>

export const listStates = ['missing', 'part', 'all'] as const

export const listInput = viewInput.extend({
  region: z.string().max(40).optional().catch(undefined),
  state: z.enum(listStates).catch('missing'),
  /** ANY or EVERY for training; absent = the programme's own. */
  rule: z.enum(['ANY', 'EVERY']).optional().catch(undefined),
  search: z.string().trim().max(60).catch(''),
  sort: z.enum(['name', 'region']).catch('name'),
  after: z.string().max(400).optional().catch(undefined),
})
export type ListView = z.infer<typeof listInput>

/** The rate that a path segment names, or null. */
export function rateOfPath(segment: string): ShownRate | null {
  return shownRates.find((rate) => rate === segment) ?? null
}

/** The query string of a view, without defaults; starts with "?" unless empty. */
export function viewQuery(view: Partial<ListView & AreaView>): string {
  const query = new URLSearchParams()
  for (const [key, value] of Object.entries(view)) {
    if (value === undefined || value === '') continue
    if ((key === 'roster' && value === 'key') || (key === 'sort' && value === 'name')) continue
    query.set(key, String(value))
  }
  const text = query.toString()
  return text ? `?${text}` : ''
}

/** A large list that is asked for: which, as its address says it, and why. */
export const beginExportInput = z.object({
  rate: z.string().max(20),
  query: z.string().max(1_000),
  reason: exportReason,
})
