import { shanghaiDayOf } from '@/domain/calendar/day'
import { appOrigin } from '@/server/env'
import type { SheetToWrite } from '@/server/files/write-workbook'
import type { LinkToSend } from '../commands/links-for-sending'

/** The list for an SMS platform: one row a holding, in the columns such platforms read. */
export function linkSheet(links: readonly LinkToSend[], t: (key: string) => string): SheetToWrite {
  return {
    name: t('sheet.name'),
    columns: [
      { header: t('sheet.columns.name'), width: 12 },
      { header: t('sheet.columns.mobile'), width: 14, format: 'text' },
      { header: t('sheet.columns.enterprise'), width: 36 },
      { header: t('sheet.columns.kind'), width: 10 },
      { header: t('sheet.columns.link'), width: 60, format: 'text' },
      { header: t('sheet.columns.until'), width: 12, format: 'text' },
    ],
    rows: links.map(({ holding, mobile, link }) => [
      holding.personName,
      mobile,
      holding.enterprise,
      t(`manage.kinds.${holding.seatKind}`),
      appOrigin() + link.path,
      shanghaiDayOf(link.expiresAt),
    ]),
  }
}
