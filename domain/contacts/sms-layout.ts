/** What a column of the list for an SMS platform may hold: something known of the receiver, or the same text in each row. */
export const SMS_FIELDS = ['name', 'mobile', 'enterprise', 'seat', 'text', 'link', 'code', 'until'] as const
export type SmsField = (typeof SMS_FIELDS)[number]

/** A column with the word above it. `fixed` holds its `text` in every row, such as a signature or a template's number. */
export type SmsColumn =
  | { readonly kind: SmsField; readonly header: string }
  | { readonly kind: 'fixed'; readonly header: string; readonly text: string }

/** How an office wants the list: columns in order, with or without a header row, the wording, the kind of file. */
export type SmsLayout = {
  readonly columns: readonly SmsColumn[]
  readonly hasHeader: boolean
  readonly template: string
  readonly format: 'xlsx' | 'csv'
}

/** Placeholders of the wording with the part of a receiver that replaces them. */
export const SMS_PLACEHOLDERS = {
  姓名: 'name',
  企业: 'enterprise',
  待办: 'todo',
  链接: 'link',
  有效期: 'until',
} as const

/** Who gets the message, as texts that stand in the file as they are. `code` is empty once it was typed. */
export type SmsReceiver = Readonly<Record<Exclude<SmsField, 'text'> | 'todo', string>>

/** What keeps a layout from being used. `names` are placeholders as they were typed. */
export type SmsLayoutProblem =
  | { readonly code: 'no-mobile' | 'no-way-in' | 'no-link' | 'stray-brace' | 'no-text' | 'header-missing' }
  | { readonly code: 'unknown-placeholder' | 'same-header'; readonly names: readonly string[] }

/** The words above the columns as long as an office has not chosen its own; in the language of its receivers and platforms. */
export const SMS_HEADERS: Readonly<Record<SmsField, string>> = {
  name: '姓名',
  mobile: '手机号',
  enterprise: '企业名称',
  seat: '对接岗',
  text: '短信内容',
  link: '链接',
  code: '口令',
  until: '有效至',
}

/** The list as it is until an office saves its own: an invitation that says what it is, how one gets in, and that one need not. */
export const DEFAULT_SMS_LAYOUT: SmsLayout = {
  columns: (['name', 'mobile', 'enterprise', 'seat', 'text', 'link', 'until'] as const).map((kind) => ({
    kind,
    header: SMS_HEADERS[kind],
  })),
  hasHeader: true,
  template: '{姓名}您好，请您看看为{企业}准备的{待办}：{链接} ，填手机号后四位即可打开，{有效期}前有效，自愿参加。',
  format: 'xlsx',
}

const PLACEHOLDER = /\{([^{}]*)\}/g

/**
 * Everything that keeps a layout from being used; empty when it may be.
 *
 * A platform needs the mobile, and the receiver a way in: the text (whose wording must then hold {链接}) or a column of the link.
 * The wording is looked at only where the text is a column.
 */
export function smsLayoutProblems(layout: SmsLayout): SmsLayoutProblem[] {
  const has = (kind: SmsColumn['kind']) => layout.columns.some((column) => column.kind === kind)
  return [
    ...(has('mobile') ? [] : [{ code: 'no-mobile' } as const]),
    ...(has('text') || has('link') ? [] : [{ code: 'no-way-in' } as const]),
    ...(has('text') ? templateProblems(layout.template) : []),
    ...(layout.hasHeader ? headerProblems(layout.columns) : []),
  ]
}

function templateProblems(template: string): SmsLayoutProblem[] {
  if (template.trim() === '') return [{ code: 'no-text' }]
  const typed = [...template.matchAll(PLACEHOLDER)].map(([, name = '']) => name)
  const unknown = [...new Set(typed.filter((name) => !Object.hasOwn(SMS_PLACEHOLDERS, name)))]
  return [
    ...(unknown.length > 0 ? [{ code: 'unknown-placeholder', names: unknown } as const] : []),
    ...(/[{}]/.test(template.replace(PLACEHOLDER, '')) ? [{ code: 'stray-brace' } as const] : []),
    ...(typed.includes('链接') ? [] : [{ code: 'no-link' } as const]),
  ]
}

function headerProblems(columns: readonly SmsColumn[]): SmsLayoutProblem[] {
  const headers = columns.map(({ header }) => header)
  const same = [...new Set(headers.filter((header, index) => header !== '' && headers.indexOf(header) !== index))]
  return [
    ...(headers.includes('') ? [{ code: 'header-missing' } as const] : []),
    ...(same.length > 0 ? [{ code: 'same-header', names: same } as const] : []),
  ]
}

/** The wording with its placeholders replaced, once: a name that itself holds braces stays as it is. Unknown ones stay. */
export function smsText(template: string, receiver: SmsReceiver): string {
  return template.replace(PLACEHOLDER, (whole, name: string) =>
    Object.hasOwn(SMS_PLACEHOLDERS, name) ? receiver[SMS_PLACEHOLDERS[name as keyof typeof SMS_PLACEHOLDERS]] : whole,
  )
}

/** One row of the list in the layout's order. */
export function smsRow(layout: SmsLayout, receiver: SmsReceiver): string[] {
  return layout.columns.map((column) => {
    if (column.kind === 'fixed') return column.text
    return column.kind === 'text' ? smsText(layout.template, receiver) : receiver[column.kind]
  })
}

const ONE_PART = 70
const PART_OF_SEVERAL = 67

/**
 * How long a message is and as how many parts a network bills it: up to 70 characters one, else 67 each (UCS-2, which every
 * message with Chinese in it uses; an emoji is two characters).
 */
export function smsParts(text: string): { characters: number; parts: number } {
  const characters = text.length
  return { characters, parts: characters <= ONE_PART ? 1 : Math.ceil(characters / PART_OF_SEVERAL) }
}
