import { NAMES } from './invented'
import {
  type Drafts,
  type Drawing,
  facts,
  invoice,
  lines,
  monthOf,
  projectOf,
  shared,
  signatures,
  text,
} from './paper-parts'

/** Documents about people: payrolls, insurance, welfare, the agency. */
export const peopleDrafts: Drafts = {
  'engineer-wage': (drawing) =>
    payroll(
      drawing,
      [
        ['研发工程师', 55],
        ['研发工程师', 0],
      ],
      `本月考勤与工时表：两人全部工时用于 ${projectOf(drawing.one)}。`,
    ),
  'helper-wage': (drawing) =>
    payroll(
      drawing,
      [['试制技工', 0]],
      `工时表：本月全部在试制组，按研究人员的要求为 ${projectOf(drawing.one)} 加工、装配样件。`,
    ),
  'clerk-wage': (drawing) =>
    payroll(drawing, [['行政文员', 0]], '编制在研发中心；岗位职责：收发文件、考勤、办公用品和报销整理。'),
  'social-insurance': (drawing) => ({
    kind: 'payslip',
    title: '五险一金缴纳明细（单位部分）',
    no: monthOf(drawing.one),
    blocks: [
      facts(['缴费人员', `研发工程师 ${drawing.pick(NAMES)}、${drawing.pick(NAMES, 1)}`]),
      lines(
        ['项目', '单位缴纳（元）'],
        ['养老保险', '医疗、生育保险', '失业、工伤保险', '住房公积金'].map((name, index) => [
          name,
          shared(drawing.amount, 44, 22, 4)[index] ?? 0,
        ]),
      ),
      text(`两人本月全部工时用于 ${projectOf(drawing.one)}。`),
      signatures('人力资源部', '财务部'),
    ],
  }),
  'health-check': (drawing) =>
    invoice(
      drawing,
      '示例·仁和健康体检中心',
      [[`健康体检（${3 + (drawing.voucher.variant % 3)} 人）`, drawing.amount]],
      '研发中心在职研发工程师年度体检，按公司职工福利办法统一安排。',
    ),
  'medical-insurance': (drawing) =>
    invoice(
      drawing,
      '示例·安澜人寿保险公司',
      [['团体补充医疗保险', drawing.amount]],
      `被保险人：研发工程师 ${drawing.pick(NAMES)} 等 6 人，全部从事 ${projectOf(drawing.one)}；由公司在基本医疗保险之外加保。`,
    ),
  'agency-pay': (drawing) => {
    const [pay, fee] = drawing.voucher.parts
    const name = drawing.pick(NAMES)
    return invoice(
      drawing,
      '示例·众合劳务派遣有限公司',
      [
        [`代发外聘研发人员${name}工资、社会保险费`, pay?.amount ?? 0],
        ['派遣管理服务费', fee?.amount ?? 0],
      ],
      `${name}由派遣公司派到研发中心，本月全部工时用于 ${projectOf(drawing.one)}；附派遣公司的工资发放清单。`,
    )
  },
}

/** A payroll: posts with their share of the amount in a hundred, the last one the rest. */
function payroll(drawing: Drawing, posts: readonly (readonly [string, number])[], remark: string) {
  const amounts = shared(drawing.amount, ...posts.slice(0, -1).map(([, percent]) => percent))
  return {
    kind: 'payslip' as const,
    title: '工资发放表',
    no: monthOf(drawing.one),
    blocks: [
      lines(
        ['姓名', '岗位', '应付工资（元）'],
        posts.map(([post], index) => [drawing.pick(NAMES, index), post, amounts[index] ?? 0]),
      ),
      text(remark),
      signatures('制表：人力资源部', '审核：财务部'),
    ],
  }
}
