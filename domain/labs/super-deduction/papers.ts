import type { Paper } from '../paper'
import type { DeductionCase } from './deduction-case'

/** The documents of a case: who the company is, its summary of cost, and everything that changes what may be counted. */
export function papersOf(one: DeductionCase): Paper[] {
  return [
    company(one),
    summary(one),
    ...(one.nontax > 0 ? [publicMoney(one)] : []),
    ...contracts(one),
    scrap(one),
    sold(one),
  ]
}

function company(one: DeductionCase): Paper {
  return {
    id: 'company',
    kind: 'company',
    title: '企业情况',
    blocks: [
      {
        block: 'facts',
        facts: [
          ['企业', one.company],
          ['所属年度', `${one.year} 年度`],
          ['行业', '通用设备制造业'],
          ['征收方式', '查账征收'],
          ['企业所得税税率', one.taxPercent === 15 ? '15%（有效期内的高新技术企业）' : '25%'],
          ['工业母机企业清单', one.ratePercent === 120 ? '已列入' : '未列入'],
          ['加计扣除前的应纳税所得额', { fen: one.income }],
        ],
      },
    ],
  }
}

function summary(one: DeductionCase): Paper {
  const rows: [string, number][] = [
    ['一、人员人工费用', one.labor],
    ['二、直接投入费用', one.direct],
    ['三、折旧费用', one.depreciation],
    ['四、无形资产摊销', one.amortisation],
    ['五、新产品设计费等', one.design],
    ['六、其他相关费用', one.other],
  ]
  return {
    id: 'summary',
    kind: 'ledger',
    title: '研发支出辅助账汇总（本平台版式）',
    no: '自主研发 · 全部费用化',
    blocks: [
      {
        block: 'table',
        columns: [{ label: '费用类别' }, { label: '全年归集金额（元）', isNumber: true }],
        groups: [{ rows: rows.map(([kind, fen]) => [kind, { fen }]) }],
      },
      { block: 'text', paragraphs: ['尚未扣除财政性资金支付的部分，也未扣除特殊收入和已售研发产品的材料。'] },
    ],
  }
}

function publicMoney(one: DeductionCase): Paper {
  return {
    id: 'public-money',
    kind: 'memo',
    title: '专项资金使用说明',
    blocks: [
      {
        block: 'text',
        paragraphs: [
          '本年收到的研发专项资金已作为不征税收入处理。下列直接投入费用由这笔资金支付，已包含在辅助账汇总的直接投入费用中。',
        ],
      },
      { block: 'facts', facts: [['用专项资金支付的直接投入（元）', { fen: one.nontax }]] },
      { block: 'signatures', names: ['财务部', `${one.year}-12-31`] },
    ],
  }
}

function contracts(one: DeductionCase): Paper[] {
  const contract = (id: string, partner: string, topic: string, registered: string, fen: number): Paper => ({
    id: `contract-${id}`,
    kind: 'contract',
    title: '委托研发合同（摘要）',
    no: `WT-${one.year}-${id}`,
    blocks: [
      {
        block: 'facts',
        facts: [
          ['委托方', one.company],
          ['受托方', partner],
          ['研发内容', topic],
          ['合同登记', registered],
          ['关联关系', '无'],
          ['本年实际支付（元）', { fen }],
        ],
      },
    ],
  })
  return [
    contract('01', '示例·东海工业大学（境内高校）', '滚珠丝杠副疲劳寿命试验', '已登记', one.domestic),
    contract('02', '示例·Nordtal Antriebstechnik（境外机构）', '伺服驱动控制算法', '已登记', one.foreign),
    contract('03', '示例·某境外专家（境外个人）', '样机调试方案', '—', one.foreignPerson),
  ]
}

function scrap(one: DeductionCase): Paper {
  return {
    id: 'scrap',
    kind: 'invoice',
    title: '销售发票记账联',
    no: `No. 示例-${one.year}-0917`,
    blocks: [
      {
        block: 'facts',
        facts: [
          ['销售方', one.company],
          ['购买方', '示例·再生资源回收站'],
        ],
      },
      {
        block: 'table',
        columns: [{ label: '项目' }, { label: '本年累计金额（不含税，元）', isNumber: true }],
        groups: [{ rows: [['研发过程中形成的下脚料、残次品、中间试制品', { fen: one.special }]] }],
      },
    ],
  }
}

function sold(one: DeductionCase): Paper {
  return {
    id: 'sold',
    kind: 'memo',
    title: '已售研发产品的材料费用',
    blocks: [
      {
        block: 'text',
        paragraphs: [
          '研发活动直接形成产品并对外销售。对应的材料费用已包含在辅助账汇总的直接投入费用中，不是用专项资金支付的。',
        ],
      },
      {
        block: 'facts',
        facts: [
          ['本年售出产品对应的材料（元）', { fen: one.material }],
          ['以前年度结转、尚未扣完的材料（元）', { fen: one.materialBefore }],
        ],
      },
      { block: 'signatures', names: ['成本会计', `${one.year}-12-31`] },
    ],
  }
}
