import { formatCell } from '../cell-value'
import type { Paper } from '../paper'
import type { Field, NeedCase, Product, Sentence } from './need-case'

/** The documents of a case: what the boss said, the test bench, the money, a colleague's draft, and five sentences of another company. */
export function papersOf(one: NeedCase): Paper[] {
  return [said(one), bench(one), money(one), draft(one), sentences(one)]
}

const whole = (value: number) => formatCell({ kind: 'integer' }, value)
/** 25 → "2.5", 20 → "2". */
const times = (tenths: number) => String(tenths / 10)

const WISHES: Record<NeedCase['wish'], string> = {
  develop: '我们自己做不出来，想请一家院所替我们把它开发出来，样件、图纸、工艺都要交给我们。',
  license: '听说有个研究院手里有现成的专利，我们想付钱用他们的专利，自己来做。',
  consult: '先请一位专家来看看，出一份技术路线的论证报告，再定做不做。',
}

const SECRETS: Record<NeedCase['secret'], string> = {
  formula: '材料配方是我们吃饭的本钱，别写到公开的需求里去；别的都可以公开。',
  customers: '客户名单不能写到公开的需求里去，同行会去挖；别的都可以公开。',
  prices: '我们的供货价不能写到公开的需求里去；别的都可以公开。',
}

function said({ product, factor, dearer, pieces, months, wish, secret }: NeedCase): Paper {
  return {
    id: 'said',
    kind: 'memo',
    title: '总经理谈话记录',
    blocks: [
      {
        block: 'text',
        paragraphs: [
          `${product.name}的问题再不解决不行了：${product.trouble}。`,
          `${product.measure}要做到现在的 ${times(factor)} 倍，工况还是 ${product.conditions}，按我们自己的台架规程 ${product.procedure} 试。`,
          `单件成本最多比现在增加 ${dearer}%。${months} 个月里交 ${pieces} 件样件。`,
          WISHES[wish],
          SECRETS[secret],
        ],
      },
    ],
  }
}

function bench({ product, runs }: NeedCase): Paper {
  return {
    id: 'bench',
    kind: 'equipment-log',
    title: `台架试验记录（规程 ${product.procedure}）`,
    no: `单位：${product.unit}`,
    blocks: [
      {
        block: 'facts',
        facts: [
          ['样品', product.name],
          ['工况', product.conditions],
          ['现值怎么取', '各次完整试验的平均数'],
        ],
      },
      {
        block: 'table',
        columns: [{ label: '次序' }, { label: product.measure, isNumber: true }, { label: '备注' }],
        groups: [
          {
            rows: runs.map(({ value, isBroken }, index) => [
              `第 ${index + 1} 次`,
              whole(value),
              isBroken ? '中途停电，试验中止，样品未失效' : '试到失效',
            ]),
          },
        ],
      },
    ],
  }
}

function money({ unitCost, price, fee, samples, testing, first }: NeedCase): Paper {
  return {
    id: 'money',
    kind: 'ledger',
    title: '财务提供的数字',
    no: '单位：元',
    blocks: [
      {
        block: 'facts',
        facts: [
          ['现在的单件成本', { fen: unitCost }],
          ['现在的单件售价', { fen: price }],
          ['准备付给承接方的开发费', { fen: fee }],
          ['样件材料费（自己出）', { fen: samples }],
          ['第三方检测费（自己出）', { fen: testing }],
        ],
      },
      { block: 'text', paragraphs: [`开发费分期付：合同签订时付 ${first}%，其余按进度付。预算是三项合计。`] },
    ],
  }
}

type Words = { clear: (one: NeedCase) => string; vague: string }

/** What a colleague writes in a field, clearly or in empty words. Fields that are never clear have no clear words. */
const DRAFT: Record<Field, Words> = {
  background: { clear: ({ product }) => `背景：${product.trouble}。`, vague: '背景：市场竞争激烈，产品亟待升级。' },
  status: {
    clear: ({ product }) => `现状：两轮改材料、一轮改热处理，仍过不了规程 ${product.procedure}。`,
    vague: '现状：有较好的基础，做了不少工作。',
  },
  indicator: { clear: () => '', vague: '指标：大幅提高使用寿命，达到国际领先水平。' },
  limits: {
    clear: ({ product, dearer }) => `约束：工况 ${product.conditions}；单件成本增加不超过 ${dearer}%。`,
    vague: '约束：成本要有竞争力，环保要达到要求。',
  },
  deadline: {
    clear: ({ months, pieces }) => `时限：${months} 个月内交付 ${pieces} 件样件。`,
    vague: '时限：尽快完成。',
  },
  budget: { clear: () => '', vague: '预算：经费充足，具体面议。' },
  ownership: { clear: () => '知识产权：成果归我方所有。', vague: '知识产权：双方友好协商。' },
  cooperation: { clear: () => '', vague: '合作方式：多种形式均可。' },
  partner: {
    clear: () => '对承接方的要求：有同类产品的台架试验条件，近三年做过同类课题。',
    vague: '对承接方的要求：实力雄厚。',
  },
  contact: { clear: () => '联系人：技术部赵某；需求公开，图纸签保密协议后提供。', vague: '联系人：请与我公司联系。' },
}

function draft(one: NeedCase): Paper {
  const written = (Object.entries(DRAFT) as [Field, Words][]).flatMap(([field, words]) => {
    const grade = one.draft[field]
    if (grade === 'missing') return []
    return [grade === 'clear' ? words.clear(one) : words.vague]
  })
  return {
    id: 'draft',
    kind: 'memo',
    title: '同事写的需求初稿',
    blocks: [{ block: 'text', paragraphs: [`名称：${one.product.name}性能提升。`, ...written] }],
  }
}

function sentences({ sentences: given }: NeedCase): Paper {
  return {
    id: 'sentences',
    kind: 'memo',
    title: '别家企业的五种写法',
    blocks: [
      {
        block: 'table',
        columns: [{ label: '编号' }, { label: '写法' }],
        groups: [{ rows: given.map((one, index) => [`${index + 1}`, sentence(one)]) }],
      },
    ],
  }
}

function sentence({ level, product, from, to }: Sentence): string {
  switch (level) {
    case 'wish':
      return `希望${product.name}做到国际先进、国内领先。`
    case 'object':
      return `${product.name}的${product.measure}太短，${product.trouble}，要解决这个问题。`
    case 'figures':
      return `${product.name}的${product.measure}由 ${whole(from)} ${product.unit}提高到 ${whole(to)} ${product.unit}以上。`
    case 'tested':
      return tested(product, from, to)
  }
}

function tested({ name, measure, unit, conditions, procedure }: Product, from: number, to: number): string {
  return `${name}在 ${conditions} 下，${measure}由 ${whole(from)} ${unit}提高到 ${whole(to)} ${unit}以上，按企业台架规程 ${procedure} 试验。`
}
