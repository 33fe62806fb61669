import { z } from 'zod'
import { SMS_FIELDS, SMS_HEADERS, type SmsColumn, type SmsLayout } from '@/domain/contacts/sms-layout'
import { isStorable } from '@/server/storable-text'

/** How many columns of the same text in every row the form offers. */
export const FIXED_COLUMNS = 4

const header = z.string().trim().max(20).refine(isStorable)
const template = z.string().max(500).refine(isStorable)

/** A layout as it is kept in `setting` and in a page's address. Whether it may be used is `smsLayoutProblems`' matter. */
export const smsLayoutSchema = z.strictObject({
  columns: z
    .array(
      z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.enum(SMS_FIELDS), header }),
        z.strictObject({ kind: z.literal('fixed'), header, text: z.string().max(100).refine(isStorable) }),
      ]),
    )
    .max(SMS_FIELDS.length + FIXED_COLUMNS),
  hasHeader: z.boolean(),
  template,
  format: z.enum(['xlsx', 'csv']),
})

const typed = z.string().catch('')
/** Where a column stands among the others; 1.5 puts it between the first and the second. */
const place = z.coerce.number().min(0.1).max(99).nullable().catch(null)

/**
 * The form of a layout: `order_<column>` is the place of a column (empty = left out), `header_<column>` its word, `text_fixed<n>`
 * the text of a fixed one. What is too long is cut to what a layout holds, and shown again.
 */
export const smsLayoutForm = z
  .looseObject({
    region: z.string().max(40),
    intent: z.enum(['save', 'preview']).catch('preview'),
    hasHeader: z.string().optional(),
    template: z.string().catch(''),
    format: z.enum(['xlsx', 'csv']).catch('xlsx'),
  })
  .transform((form): { region: string; intent: 'save' | 'preview'; layout: SmsLayout } => {
    const layout = {
      columns: columnsOf(form),
      hasHeader: form.hasHeader === 'on',
      template: form.template.replaceAll('\r\n', '\n').slice(0, 500),
      format: form.format,
    }
    return { region: form.region, intent: form.intent, layout }
  })

function columnsOf(form: Record<string, unknown>): SmsColumn[] {
  const textOf = (name: string, most: number) => typed.parse(form[name]).trim().slice(0, most)
  const placed = (key: string, column: SmsColumn) => {
    const at = place.parse(form[`order_${key}`] || null)
    return at === null ? [] : [{ at, column }]
  }
  const known = SMS_FIELDS.flatMap((kind) =>
    placed(kind, { kind, header: textOf(`header_${kind}`, 20) || SMS_HEADERS[kind] }),
  )
  const fixed = Array.from({ length: FIXED_COLUMNS }, (_, index) => `fixed${index + 1}`).flatMap((key) =>
    placed(key, { kind: 'fixed', header: textOf(`header_${key}`, 20), text: textOf(`text_${key}`, 100) }),
  )
  // Equal places keep the order of the form.
  return [...known, ...fixed].sort((a, b) => a.at - b.at).map(({ column }) => column)
}

export const smsRegionInput = z.object({ region: z.string().max(40) })

/** A layout in the address of a page, not saved yet. */
export function draftText(layout: SmsLayout): string {
  return Buffer.from(JSON.stringify(layout)).toString('base64url')
}

/** The layout in an address; null when there is none that can be read. */
export function layoutOfDraft(text: unknown): SmsLayout | null {
  if (typeof text !== 'string' || text.length > 12_000) return null
  try {
    const read = smsLayoutSchema.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')))
    return read.success ? read.data : null
  } catch {
    return null
  }
}
