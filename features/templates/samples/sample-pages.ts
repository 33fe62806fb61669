import type { TemplatePurpose } from '@/domain/documents/placeholders'
import type { Block } from './word-page'

const RATES = [
  ['培训', '重点企业培训率'],
  ['知晓', '负责人政策知晓率'],
  ['上手', '经办人业务上手率'],
  ['上门', '上门服务率'],
] as const

const BULLETIN: readonly Block[] = [
  { kind: 'title', text: '{专项行动}工作简报' },
  { kind: 'plain', text: '{单位}　　　　　　编制日：{编制日}' },
  { kind: 'heading', text: '一、总体情况' },
  {
    kind: 'text',
    text: '本期（{期间}）至结账日{结账日}，按{口径版本}口径统计，范围为{名册范围}。名册变动{名册变动数}家，尚有未完成事项的企业{还差企业数}家。',
  },
  {
    kind: 'table',
    widths: [26, 12, 12, 14, 36],
    rows: [
      ['指标', '已完成', '总数', '比率', '较上期'],
      ...RATES.map(([word, name]) => [
        name,
        `{${word}已完成}`,
        `{${word}总数}`,
        `{${word}率}`,
        `{较上期${word}已完成}（{较上期${word}率}）`,
      ]),
    ],
  },
  {
    kind: 'text',
    text: '培训率原口径{原口径培训率}（{原口径培训已完成}/{原口径培训总数}），现口径{现口径培训率}（{现口径培训已完成}/{现口径培训总数}）。',
  },
  {
    kind: 'text',
    text: '佐证：培训中当面{培训佐证当面}、现场{培训佐证现场}、线上{培训佐证线上}、导入{培训佐证导入}；知晓中当面{知晓佐证当面}、现场{知晓佐证现场}、线上{知晓佐证线上}、导入{知晓佐证导入}；上手中当面{上手佐证当面}、现场{上手佐证现场}、线上{上手佐证线上}。',
  },
  { kind: 'heading', text: '二、各区域情况' },
  {
    kind: 'table',
    widths: [20, 20, 20, 20, 11, 9],
    rows: [
      ['区域', '培训率', '知晓率', '上手率', '上门率', '还差'],
      [
        '{#各区域}{区域}',
        '{培训率} ({培训已完成}/{培训总数})',
        '{知晓率} ({知晓已完成}/{知晓总数})',
        '{上手率} ({上手已完成}/{上手总数})',
        '{上门率}',
        '{还差}{/各区域}',
      ],
    ],
  },
  { kind: 'heading', text: '三、名册变动' },
  { kind: 'tag', text: '{^名册变动}' },
  { kind: 'text', text: '本期名册无变动。' },
  { kind: 'tag', text: '{/名册变动}' },
  {
    kind: 'table',
    widths: [26, 54, 20],
    rows: [
      ['日期', '企业', '变动'],
      ['{#名册变动}{日期}', '{企业}', '{变动}{/名册变动}'],
    ],
  },
  { kind: 'heading', text: '四、还差名单' },
  { kind: 'tag', text: '{^还差名单}' },
  { kind: 'text', text: '名册内企业均已完成。' },
  { kind: 'tag', text: '{/还差名单}' },
  {
    kind: 'table',
    widths: [10, 36, 20, 34],
    rows: [
      ['序号', '企业', '区域', '还差事项'],
      ['{#还差名单}{序号}', '{企业}', '{区域}', '{还差事项}{/还差名单}'],
    ],
  },
]

const LETTER: readonly Block[] = [
  { kind: 'title', text: '通知函' },
  { kind: 'plain', text: '{企业}（统一社会信用代码：{统一社会信用代码}）：' },
  {
    kind: 'text',
    text: '{收件人}（{收件人职务}）您好。贵企业在{区域}，列入{专项行动}名册。下列事项尚待完成，请在方便时办理，如有疑问请与我单位联系。',
  },
  {
    kind: 'table',
    widths: [10, 50, 16, 24],
    rows: [
      ['序号', '待完成事项', '岗位', '承担人'],
      ['{#待完成事项}{序号}', '{事项}', '{岗位}', '{承担人}{/待完成事项}'],
    ],
  },
  { kind: 'text', text: '学习入口：{专属链接}' },
  { kind: 'text', text: '也可在首页输入短码：{短码}' },
  { kind: 'text', text: '建议完成日期：{截止日}。' },
  { kind: 'right', text: '{单位}' },
  { kind: 'right', text: '{日期}' },
]

const ATTENDANCE: readonly Block[] = [
  { kind: 'title', text: '参训证明' },
  {
    kind: 'text',
    text: '{姓名}（{企业}，{岗位}）于{培训日期}完成{专项行动}培训《{培训名称}》，佐证类别：{佐证类别}。',
  },
  { kind: 'text', text: '特此证明。' },
  { kind: 'right', text: '{单位}' },
  { kind: 'right', text: '{日期}' },
  { kind: 'small', text: '{说明}' },
]

/** What the ready sample of each purpose holds. */
export const SAMPLE_PAGES: Readonly<Record<TemplatePurpose, readonly Block[]>> = { BULLETIN, LETTER, ATTENDANCE }
