import { officerPaths } from '@/domain/permissions/reaches'
import type { Actor } from '@/domain/permissions/actor'
import { recordAudit } from '@/server/audit/record'
import { shanghaiToday } from '@/server/clock'
import type { Context } from '@/server/context'
import type { LargeList } from '@/server/exports/export-runs'
import type { SheetToWrite } from '@/server/files/write-workbook'
import { EnterprisesOfFindings, type Finding, type ReserveQuestion } from './queries/reserve'

/** The reserve lists as an export run keeps them: of the whole area of the officer. */
export function largeReserve(actor: Actor, { programmeId, kind, state, search }: ReserveQuestion): LargeList {
  return {
    kind: 'RESERVE',
    view: { programme: programmeId, kind, state, search },
    regionPaths: officerPaths(actor),
    subjectId: programmeId,
    detail: { list: 'reserve', kind: kind ?? 'both', state: state ?? 'all', searched: search !== '' },
  }
}

/** Leaves the trace of an export that is sent at once. */
export function recordReserveExport(ctx: Context, asked: ReserveQuestion, total: number): Promise<void> {
  const { regionPaths, subjectId, detail } = largeReserve(ctx.actor, asked)
  return ctx.transaction(async (tx) => {
    for (const regionPath of regionPaths)
      await recordAudit(tx, ctx, { kind: 'list.exported', subjectId, regionPath, detail: { ...detail, rows: total } })
  })
}

const ENTERPRISE = [
  { header: '企业', width: 34 },
  { header: '统一社会信用代码', width: 22, format: 'text' as const },
  { header: '区（县、市）', width: 14 },
  { header: '乡镇（街道）', width: 16 },
]
const STATES = { none: '未跟进', due: '到期', open: '跟进中', closed: '已办结' }
const KINDS = { NEED: '技术需求', PROJECT: '研发项目' }

/** Both reserve lists as one workbook, always in Chinese: what is handed on. */
export function reserveWorkbook(found: AsyncIterable<Finding>): { name: string; sheets: SheetToWrite[] } {
  const enterprises = new EnterprisesOfFindings()
  const findingSheet: SheetToWrite = {
    name: '研发项目储备库',
    columns: [
      ...ENTERPRISE,
      { header: '类别', width: 10 },
      { header: '内容', width: 60 },
      { header: '上门日期', width: 12, format: 'text' },
      { header: '企业已确认', width: 11 },
      { header: '跟进', width: 10 },
      { header: '下次跟进', width: 12, format: 'text' },
    ],
    rows: findingCells(found, enterprises),
  }
  const enterpriseSheet: SheetToWrite = {
    name: '科技型企业储备库',
    columns: [
      ...ENTERPRISE,
      { header: '技术需求', width: 10, format: 'number' },
      { header: '研发项目', width: 10, format: 'number' },
    ],
    rows: enterpriseCells(enterprises),
  }
  return { name: `储备库 ${shanghaiToday()}.xlsx`, sheets: [findingSheet, enterpriseSheet] }
}

async function* findingCells(found: AsyncIterable<Finding>, enterprises: EnterprisesOfFindings) {
  for await (const one of found) {
    enterprises.count(one)
    const place = [one.enterprise, one.uscc, one.county, one.place]
    yield [
      ...place,
      KINDS[one.kind],
      one.text,
      one.visitedOn,
      one.isConfirmed ? '是' : '否',
      STATES[one.state],
      one.nextOn ?? '',
    ]
  }
}

/** Begun only when the first sheet is written, which has counted them. */
async function* enterpriseCells(enterprises: EnterprisesOfFindings) {
  for (const one of enterprises.list()) yield [one.enterprise, one.uscc, one.county, one.place, one.needs, one.projects]
}
