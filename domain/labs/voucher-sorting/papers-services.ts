import type { Fen } from '../fen'
import { CITIES, CUSTOMERS, PRODUCTS, UNIVERSITIES } from './invented'
import {
  dayOf,
  type Draft,
  type Drafts,
  type Drawing,
  facts,
  invoice,
  monthOf,
  projectOf,
  shared,
  signatures,
  slip,
  travelClaim,
} from './paper-parts'

/** Documents about services, journeys, contracts and meals. */
export const serviceDrafts: Drafts = {
  'process-rules': (drawing) =>
    slip(
      drawing,
      '工艺规程制定费用结算单',
      [['事项', `为 ${projectOf(drawing.one)} 编制新的磨削、装配工艺规程`]],
      costs(drawing, ['规程编制、评审', '工艺验证记录整理']),
    ),
  'product-design': (drawing) =>
    slip(
      drawing,
      '新产品设计费用结算单',
      [['事项', `${projectOf(drawing.one)} 新产品结构设计、外观设计，由本企业设计组完成`]],
      costs(drawing, ['设计方案', '设计图样、说明书']),
    ),
  'expert-fee': (drawing) =>
    slip(
      drawing,
      '劳务报酬支付单',
      [
        ['收款人', `${drawing.pick(UNIVERSITIES)} 某教授（不在本企业任职）`],
        ['事由', `为 ${projectOf(drawing.one)} 的技术方案提供咨询一次，附咨询意见书`],
      ],
      [['咨询费', drawing.amount]],
    ),
  'patent-agent': (drawing) =>
    invoice(
      drawing,
      '示例·知行专利代理事务所',
      [['发明专利申请代理服务', drawing.amount]],
      `${projectOf(drawing.one)} 形成的一项发明，本月提交申请。`,
    ),
  books: (drawing) =>
    invoice(
      drawing,
      '示例·甬城书店',
      [['技术图书、标准汇编', drawing.amount]],
      `${projectOf(drawing.one)} 查阅用，登记在研发中心资料室。`,
    ),
  appraisal: (drawing) =>
    invoice(
      drawing,
      '示例·东方科技评价中心',
      [['科技成果鉴定服务', drawing.amount]],
      `${projectOf(drawing.one)} 阶段成果鉴定，附鉴定意见。`,
    ),
  'quality-check': (drawing) =>
    invoice(
      drawing,
      '示例·中正检测技术有限公司',
      [['出厂检验服务', drawing.amount]],
      `${drawing.pick(PRODUCTS)} ${monthOf(drawing.one)}量产批次的例行抽检，由研发中心送检。`,
    ),
  'service-trip': (drawing) => {
    const city = drawing.pick(CITIES)
    const reason = `到 ${drawing.pick(CUSTOMERS)} 调试上年售出的 ${drawing.pick(PRODUCTS)}，客户反映有异响`
    return travelClaim(drawing, reason, city, journey(drawing, ['往返车票', '住宿 2 晚', '市内交通']))
  },
  'project-trip': (drawing) => {
    const city = drawing.pick(CITIES, 1)
    const reason = `参加 ${projectOf(drawing.one)} 台架试验方案的技术会议，附会议通知和纪要`
    return travelClaim(drawing, reason, city, journey(drawing, ['会议费', '往返车票', '住宿 2 晚']))
  },
  entertainment: (drawing) =>
    invoice(
      drawing,
      '示例·江畔酒家',
      [['餐饮服务', drawing.amount]],
      `${projectOf(drawing.one)} 方案讨论后，招待合作单位专家一行 ${4 + (drawing.voucher.variant % 4)} 人用餐。`,
    ),
  commission: (drawing) =>
    contract(drawing, '技术开发（委托）合同', [
      ['委托方', drawing.one.company],
      ['受托方', `${drawing.pick(UNIVERSITIES)}（境内高校）`],
      ['研究内容', `${projectOf(drawing.one)} 寿命预测模型的研究开发`],
      ['合同登记', '受托方已办理技术合同认定登记'],
      ['关联关系', '无'],
      ['成果归属', '委托方'],
    ]),
  'market-research': (drawing) =>
    contract(drawing, '调研服务合同', [
      ['委托方', drawing.one.company],
      ['受托方', '示例·远望咨询有限公司'],
      ['服务内容', `${drawing.one.project.name}的用户需求、价格和竞争对手情况调查`],
      ['交付', '调研报告一份'],
    ]),
}

function contract(drawing: Drawing, title: string, about: readonly [string, string][]): Draft {
  return {
    kind: 'contract',
    title,
    no: `HT-${drawing.one.year}-${String(100 + (drawing.voucher.variant % 800))}（摘要）`,
    blocks: [
      facts(...about, [`${monthOf(drawing.one)}支付（元）`, { fen: drawing.amount }]),
      signatures('委托方', '受托方', dayOf(drawing)),
    ],
  }
}

function costs({ amount }: Drawing, names: readonly [string, string]): [string, Fen][] {
  const [first = 0, rest = 0] = shared(amount, 60)
  return [
    [names[0], first],
    [names[1], rest],
  ]
}

function journey({ amount }: Drawing, names: readonly string[]): [string, string, Fen][] {
  const parts = shared(amount, 45, 35)
  return names.map((name, index) => [name, index === 2 ? '按标准' : '附票据', parts[index] ?? 0])
}
