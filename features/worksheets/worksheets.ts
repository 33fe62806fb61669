import 'server-only'
import type Excel from 'exceljs'
import { allotmentBook } from './books/allotment'
import { checkListBook } from './books/check-list'
import { ledgerBook } from './books/ledger'
import { timeSheetBook } from './books/time-sheet'

/** The working templates by the name in their address. */
export const WORKSHEETS = {
  ledger: { file: '研发支出辅助账（本平台版式）.xlsx', book: ledgerBook },
  'time-sheet': { file: '研发人员工时表（本平台版式）.xlsx', book: timeSheetBook },
  allotment: { file: '人员和设备分摊表（本平台版式）.xlsx', book: allotmentBook },
  'check-list': { file: '研发费用检查清单.xlsx', book: checkListBook },
} as const satisfies Record<string, { file: string; book: () => Excel.Workbook }>
export type WorksheetName = keyof typeof WORKSHEETS

const built = new Map<WorksheetName, Promise<Buffer>>()

/** Whether there is a template of that name. */
export function isWorksheet(name: string): name is WorksheetName {
  return Object.hasOwn(WORKSHEETS, name)
}

/** A template as a file, built once a process: it is the same for everybody. */
export function worksheetFile(name: WorksheetName): Promise<Buffer> {
  const known = built.get(name)
  if (known) return known
  const fresh = WORKSHEETS[name]
    .book()
    .xlsx.writeBuffer()
    .then((bytes) => Buffer.from(bytes))
  built.set(name, fresh)
  fresh.catch(() => built.delete(name))
  return fresh
}
