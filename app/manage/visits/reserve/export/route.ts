import type { NextRequest } from 'next/server'
import { viewInput } from '@/features/rates/input'
import { programmeInView } from '@/features/rates/queries/programme-in-view'
import { reserveInput } from '@/features/visits/input'
import { enterprisesOf, findings } from '@/features/visits/queries/reserve'
import { handlerActor } from '@/server/auth/actor'
import { shanghaiToday } from '@/server/clock'
import { workbookResponse } from '@/server/files/workbook-response'

/** Both reserve lists as one workbook, always in Chinese: what is handed on. */
export async function GET(request: NextRequest): Promise<Response> {
  const actor = await handlerActor('list.export')
  if (actor instanceof Response) return actor
  const asked = Object.fromEntries(request.nextUrl.searchParams)
  const programme = await programmeInView(viewInput.parse(asked).programme, shanghaiToday())
  if (!programme) return Response.json({ refusal: 'not-found' }, { status: 404 })
  const rows = await findings(actor, { ...reserveInput.parse(asked), programmeId: programme.id }, null)
  const kinds = { NEED: '技术需求', PROJECT: '研发项目' }
  return workbookResponse(`储备库 ${shanghaiToday()}.xlsx`, [
    {
      name: '研发项目储备库',
      columns: [
        { header: '企业', width: 34 },
        { header: '统一社会信用代码', width: 22, format: 'text' },
        { header: '区（县、市）', width: 14 },
        { header: '乡镇（街道）', width: 16 },
        { header: '类别', width: 10 },
        { header: '内容', width: 60 },
        { header: '上门日期', width: 12, format: 'text' },
        { header: '企业已确认', width: 11 },
      ],
      rows: rows.map((one) => [
        one.enterprise,
        one.uscc,
        one.county,
        one.place,
        kinds[one.kind],
        one.text,
        one.visitedOn,
        one.isConfirmed ? '是' : '否',
      ]),
    },
    {
      name: '科技型企业储备库',
      columns: [
        { header: '企业', width: 34 },
        { header: '统一社会信用代码', width: 22, format: 'text' },
        { header: '区（县、市）', width: 14 },
        { header: '乡镇（街道）', width: 16 },
        { header: '技术需求', width: 10, format: 'number' },
        { header: '研发项目', width: 10, format: 'number' },
      ],
      rows: enterprisesOf(rows).map((one) => [
        one.enterprise,
        one.uscc,
        one.county,
        one.place,
        one.needs,
        one.projects,
      ]),
    },
  ])
}
