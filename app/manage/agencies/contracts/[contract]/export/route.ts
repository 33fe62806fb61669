import { addDays } from '@/domain/calendar/day'
import { contractLedger, contractVisits } from '@/features/agencies/queries/ledger'
import { recordAudit } from '@/server/audit/record'
import { handlerActor } from '@/server/auth/actor'
import { currentRequestId } from '@/server/action'
import { contextOf } from '@/server/context'
import { workbookResponse } from '@/server/files/workbook-response'

/** 验收台账 of a contract as a workbook, always in Chinese: per enterprise, and per visit with who confirmed it. */
export async function GET(_: Request, { params }: { params: Promise<{ contract: string }> }): Promise<Response> {
  const actor = await handlerActor('agency.manage')
  if (actor instanceof Response) return actor
  const found = await contractLedger(actor, (await params).contract)
  if (!found) return Response.json({ refusal: 'not-found' }, { status: 404 })
  const { contract, lines } = found
  const visits = await contractVisits(actor, contract)
  const ctx = contextOf(actor, await currentRequestId())
  await ctx.transaction((tx) =>
    recordAudit(tx, ctx, {
      kind: 'list.exported',
      subjectId: contract.id,
      regionPath: contract.agency.regionPath,
      detail: { list: 'agency-ledger', rows: lines.length },
    }),
  )
  const share = (value: number | null) => (value === null ? null : Math.floor(value * 100))
  return workbookResponse(`验收台账 ${contract.agency.name} ${contract.title}.xlsx`, [
    {
      name: '验收台账',
      columns: [
        { header: '企业', width: 34 },
        { header: '统一社会信用代码', width: 22, format: 'text' },
        { header: '乡镇（街道）', width: 16 },
        { header: '在合同名单', width: 11 },
        { header: '上门次数', width: 10, format: 'number' },
        { header: '企业已确认', width: 11, format: 'number' },
        { header: '企业说没有', width: 11, format: 'number' },
        { header: '宣讲会到场人次', width: 15, format: 'number' },
        { header: `岗位 ${contract.fromOn}`, width: 16, format: 'number' },
        { header: '其中已完成', width: 11, format: 'number' },
        { header: '岗位（现在或最后一天）', width: 22, format: 'number' },
        { header: '其中已完成', width: 11, format: 'number' },
        { header: '测评首次得分率%', width: 16, format: 'number' },
        { header: '测评末次得分率%', width: 16, format: 'number' },
      ],
      rows: lines.map((line) => [
        line.enterprise,
        line.uscc,
        line.place,
        line.isRemoved ? '已移出' : '是',
        line.visits,
        line.confirmed,
        line.disputed,
        line.attended,
        line.seatsBefore,
        line.doneBefore,
        line.seatsNow,
        line.doneNow,
        share(line.firstScore),
        share(line.lastScore),
      ]),
    },
    {
      name: '上门明细',
      columns: [
        { header: '企业', width: 34 },
        { header: '上门日期', width: 12, format: 'text' },
        { header: '谈了什么', width: 50 },
        { header: '服务人员', width: 12 },
        { header: '企业确认', width: 14, format: 'text' },
        { header: '确认人', width: 12 },
      ],
      rows: visits.map((visit) => [
        visit.enterprise,
        visit.visitedOn,
        visit.topics,
        visit.by,
        visit.confirmedOn ?? (visit.isDisputed ? '企业说没有来过' : '待确认'),
        visit.confirmedBy ?? '',
      ]),
    },
    {
      name: '说明',
      columns: [
        { header: '项目', width: 20 },
        { header: '内容', width: 80 },
      ],
      rows: [
        ['机构', `${contract.agency.name}${contract.agency.uscc ? `（${contract.agency.uscc}）` : ''}`],
        ['合同', contract.title],
        ['期限', `${contract.fromOn} 至 ${addDays(contract.toOn, -1)}`],
        ['上门', '机构自己记录，企业的人在自己的页面确认；机构的人不能替企业确认。'],
        ['到场', '本机构主办的宣讲会，本人在门口扫码或由管理员点名的人次。'],
        ['已完成', '岗位上有人，且没有待完成的内容。'],
        ['得分率', '合同期内同一测评做过两次以上的人，首次与末次的平均得分率；没有人做过两次的为空。'],
      ],
    },
  ])
}
