import { z } from 'zod'
import { exportReason } from '@/server/exports/reason'

/** What a page's address chooses; anything unreadable falls back to the default, as an address is not a form. */
export const reportView = z.object({
  programme: z.uuid().optional().catch(undefined),
  region: z.string().max(40).optional().catch(undefined),
  /** "key" = key enterprises (the default), "all" = the whole roster. */
  roster: z.enum(['key', 'all']).catch('key'),
  /** "new" = a draft's paragraphs are composed again from the figures of now. */
  text: z.enum(['new']).optional().catch(undefined),
})
export type ReportView = z.infer<typeof reportView>

export const periodListView = z.object({
  roster: z.enum(['key', 'all']).catch('key'),
  state: z.enum(['missing', 'part', 'all']).catch('missing'),
  /** ANY or EVERY for training; absent = the period's own. */
  rule: z.enum(['ANY', 'EVERY']).optional().catch(undefined),
  after: z.string().max(400).optional().catch(undefined),
})
export type PeriodListView = z.infer<typeof periodListView>

/** A large frozen list that is asked for: which, as its address says it, and why. */
export const beginPeriodExportInput = z.object({
  periodId: z.uuid('not-found'),
  code: z.string().max(40, 'not-found'),
  rate: z.string().max(20, 'not-found'),
  query: z.string().max(1_000, 'not-found'),
  reason: exportReason,
})

const templateId = z
  .string()
  .refine((text) => text === '' || z.uuid().safeParse(text).success, 'no-template')
  .transform((text) => text || null)

export const composeBulletinInput = z.strictObject({
  periodId: z.uuid('not-found'),
  code: z.string().max(40, 'not-found'),
  roster: z.enum(['key', 'all']),
  docxTemplateId: templateId,
  xlsxTemplateId: templateId,
  /** The paragraphs, one a line. */
  text: z.string().trim().min(1, 'no-text').max(6000, 'long-text'),
})
export type ComposeBulletin = z.infer<typeof composeBulletinInput>

/** The query string of a view, without defaults; starts with "?" unless empty. */
export function reportQuery(view: Partial<ReportView & PeriodListView>): string {
  const query = new URLSearchParams()
  for (const [key, value] of Object.entries(view)) {
    if (value === undefined || value === '' || (key === 'roster' && value === 'key')) continue
    query.set(key, String(value))
  }
  const text = query.toString()
  return text ? `?${text}` : ''
}
