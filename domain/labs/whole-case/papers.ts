import type { Paper } from '../paper'
import { facts, invoice, lines, projectOf, quarterOf, signatures, text } from './paper-parts'
import { sharedPapers } from './papers-shared'
import type { WholeCase } from './whole-case'

/** The documents of the quarter, in the order in which they come to the desk. */
export function papersOf(one: WholeCase): Paper[] {
  const shared = sharedPapers(one)
  return [
    company(one),
    decision(one),
    shared.payroll,
    shared.timeSheet,
    material(one),
    ...(one.nontax > 0 ? [publicMoney(one)] : []),
    testing(one),
    shared.depreciation,
    shared.equipmentLog,
    software(one),
    design(one),
    expert(one),
    patent(one),
    afterSales(one),
    commission(one),
  ]
}

function company(one: WholeCase): Paper {
  return {
    id: 'company',
    kind: 'company',
    title: '企业情况',
    blocks: [
      facts(
        ['企业', one.company],
        ['行业', '通用设备制造业'],
        ['征收方式', '查账征收'],
        ['企业所得税税率', one.taxPercent === 15 ? '15%（有效期内的高新技术企业）' : '25%'],
        ['研发情况', `${one.year} 年只有一个研发项目，10 月立项；此前没有研发支出`],
        ['研发支出的处理', '全部费用化，计入当期损益'],
        ['加计扣除前的应纳税所得额', { fen: one.income }],
      ),
    ],
  }
}

function decision(one: WholeCase): Paper {
  return {
    id: 'decision',
    kind: 'memo',
    title: '研发项目立项决议',
    no: `${one.year}-10-08`,
    blocks: [
      facts(
        ['项目', projectOf(one)],
        ['研发形式', '自主研发；一项试验委托高校'],
        ['起止', `${one.year}-10 至 ${one.year + 1}-06`],
      ),
      text('项目组：设计工程师一名、试验技术员一名。研发部文员为项目办理收发、报销。'),
      signatures('总经理', '研发部'),
    ],
  }
}

function material(one: WholeCase): Paper {
  return {
    id: 'material',
    kind: 'requisition',
    title: '领料汇总单',
    no: quarterOf(one),
    tag: '4',
    blocks: [
      facts(['领用部门', '研发部'], ['用途', `${projectOf(one)}，试制样件消耗`]),
      lines(['物料', '金额（元）'], [['合金钢、铝型材、密封件等', one.material]]),
      signatures('领料人', '发料人', '审批'),
    ],
  }
}

function publicMoney(one: WholeCase): Paper {
  return {
    id: 'public-money',
    kind: 'memo',
    title: '专项资金使用说明',
    no: `${one.year}-12-31`,
    blocks: [
      text('本项目收到的财政专项资金已作为不征税收入处理。4 号领料汇总单中，下列金额由这笔资金支付。'),
      facts(['用专项资金支付的材料（元）', { fen: one.nontax }]),
      signatures('财务部'),
    ],
  }
}

function testing(one: WholeCase): Paper {
  return invoice(one, {
    id: 'testing',
    tag: '5',
    title: '检测服务发票',
    seller: '示例·海风检测有限公司',
    item: '样件疲劳检验',
    fen: one.testing,
    note: `${one.project.code} 试制样件的检验费。`,
  })
}

function software(one: WholeCase): Paper {
  return {
    id: 'software',
    kind: 'ledger',
    title: '无形资产摊销表',
    no: quarterOf(one),
    tag: '8',
    blocks: [
      facts(['资产', '仿真分析软件'], ['用途', `只用于 ${projectOf(one)}`]),
      lines(['项目', '本季摊销（元）'], [['仿真分析软件', one.software]]),
      signatures('资产管理员', '财务部'),
    ],
  }
}

function design(one: WholeCase): Paper {
  return invoice(one, {
    id: 'design',
    tag: '9',
    title: '设计服务发票',
    seller: '示例·拾光工业设计有限公司',
    item: '新产品设计费',
    fen: one.design,
    note: `${projectOf(one)} 的新产品设计。`,
  })
}

function expert(one: WholeCase): Paper {
  return {
    id: 'expert',
    kind: 'memo',
    title: '专家咨询费发放单',
    no: `${one.year}-11-20`,
    tag: '10',
    blocks: [
      facts(['事由', `${projectOf(one)} 技术方案咨询`], ['专家', '李某、周某']),
      lines(['项目', '金额（元）'], [['专家咨询费', one.expert]]),
      signatures('经办', '部门负责人', '财务审核'),
    ],
  }
}

function patent(one: WholeCase): Paper {
  return invoice(one, {
    id: 'patent',
    tag: '11',
    title: '代理服务发票',
    seller: '示例·甬知专利代理事务所',
    item: '发明专利申请费、代理费',
    fen: one.patent,
    note: `${one.project.code} 的两项发明专利申请。`,
  })
}

function afterSales(one: WholeCase): Paper {
  return {
    id: 'after-sales',
    kind: 'travel-claim',
    title: '差旅费报销单',
    no: '附单据 5 张',
    tag: '12',
    blocks: [
      facts(['报销人', '钱某'], ['部门', '研发部'], ['出差事由', '已售设备在客户现场的维护和技术支持']),
      lines(['项目', '金额（元）'], [['交通、住宿', one.afterSales]]),
      signatures('报销人', '部门负责人', '财务审核'),
    ],
  }
}

function commission(one: WholeCase): Paper {
  return {
    id: 'commission',
    kind: 'contract',
    title: '委托研发合同（摘要）',
    no: `WT-${one.year}-07`,
    tag: '13',
    blocks: [
      facts(
        ['委托方', one.company],
        ['受托方', '示例·东海工业大学（境内高校）'],
        ['研发内容', `${one.project.name}寿命试验`],
        ['合同登记', '已登记'],
        ['关联关系', '无'],
        ['本季实际支付（元）', { fen: one.commission }],
      ),
    ],
  }
}
