import { shanghaiDayOf } from '@/domain/calendar/day'
import { type SmsLayout, type SmsReceiver, smsRow } from '@/domain/contacts/sms-layout'
import { smsTodo } from '@/domain/contacts/sms-todo'
import { appOrigin } from '@/server/env'
import type { SheetToWrite } from '@/server/files/write-workbook'
import type { LinkToSend } from '../commands/links-for-sending'

const SEATS = { HEAD: '负责人', CLERK: '经办人' } as const
const WIDTHS = { name: 12, mobile: 14, enterprise: 36, seat: 10, text: 80, link: 60, code: 18, until: 12, fixed: 16 }

/** One receiver of the list, in the language of the message. */
function receiverOf({ holding, mobile, link }: LinkToSend): SmsReceiver {
  return {
    name: holding.personName,
    mobile,
    enterprise: holding.enterprise,
    seat: SEATS[holding.seatKind],
    todo: smsTodo(holding.seatKind, holding.missing),
    link: appOrigin() + link.path,
    code: link.code ?? '',
    until: shanghaiDayOf(link.expiresAt),
  }
}

/** The list for an SMS platform as rows of text, the header first when the layout has one. */
export function linkRows(links: readonly LinkToSend[], layout: SmsLayout): string[][] {
  const rows = links.map((link) => smsRow(layout, receiverOf(link)))
  return layout.hasHeader ? [layout.columns.map(({ header }) => header), ...rows] : rows
}

/** The same for Excel; every column is text, so that numbers keep their zeros. */
export function linkSheet(links: readonly LinkToSend[], layout: SmsLayout, name: string): SheetToWrite {
  return {
    name,
    hasHeader: layout.hasHeader,
    columns: layout.columns.map(({ kind, header }) => ({ header, width: WIDTHS[kind], format: 'text' })),
    rows: links.map((link) => smsRow(layout, receiverOf(link))),
  }
}
