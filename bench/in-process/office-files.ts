import Excel from 'exceljs'
import { randomFrom, shuffled } from '@/domain/exams/random'
import { inventedOffice, type KnownEnterprise, type KnownPerson } from './invented-office'
import { mistype } from './mistype'

/** One row of a questionnaire or one line of a 接龙 with who it truly is: a mobile of the roster, or null for a stranger. */
export interface Truth {
  row: number
  mobile: string | null
  slip: string | null
  score: number | null
}

/** A file of the office and the truth about its rows. */
export interface OfficeFile {
  name: string
  bytes: Buffer
  truth: Truth[]
}

/** What the office has on its disk on the day it switches. */
export interface OfficeFiles {
  enterprises: KnownEnterprise[]
  roster: Buffer
  heads: OfficeFile
  clerks: OfficeFile
  jielong: { text: string; truth: Truth[] }
}

const MISTYPED = 0.15
const STRANGERS = 0.02

/** Everything an office of `count` enterprises brings: its roster, two exports of 问卷星, one 接龙. */
export async function officeFiles(
  seed: string,
  count: number,
  answers: { heads: number; clerks: number; lines: number },
): Promise<OfficeFiles> {
  const enterprises = inventedOffice(seed, count)
  const chance = randomFrom(`${seed} rows`)
  const some = (n: number) => shuffled(enterprises, chance).slice(0, n)
  return {
    enterprises,
    roster: await rosterWorkbook(enterprises),
    heads: await questionnaire(
      '88012345_按文本_研发政策知晓测评（负责人）_1000_1000.xlsx',
      some(answers.heads),
      'head',
      chance,
    ),
    clerks: await questionnaire(
      '88067890_按文本_研发费用归集培训签到（经办人）_500_500.xlsx',
      some(answers.clerks),
      'clerk',
      chance,
    ),
    jielong: jielong(some(answers.lines), chance),
  }
}

const HEADER = [
  '序号',
  '企业名称',
  '统一社会信用代码',
  '所属区（县、市）',
  '乡镇（街道）',
  '是否重点企业',
  '负责人',
  '',
  '经办人',
  '',
]
const BELOW = ['', '', '', '', '', '', '姓名', '手机', '姓名', '手机']

/** The bureau's layout: title and unit line, a header of two levels with merged cells, a sum and a signature below. */
async function rosterWorkbook(enterprises: readonly KnownEnterprise[]): Promise<Buffer> {
  const book = new Excel.Workbook()
  const page = book.addWorksheet('重点企业名册')
  page.addRow(['宁波市研发管理“诊断+提升”行动重点企业名册'])
  page.addRow(['填报单位：市科技局', '', '', '', '', '', '', '', '单位：家'])
  page.addRow(HEADER)
  page.addRow(BELOW)
  for (const range of ['A1:J1', 'A3:A4', 'B3:B4', 'C3:C4', 'D3:D4', 'E3:E4', 'F3:F4', 'G3:H3', 'I3:J3'])
    page.mergeCells(range)
  enterprises.forEach(({ name, uscc, county, township, head, clerk }, index) => {
    page.addRow([index + 1, name, uscc, county, township, '是', head.name, head.mobile, clerk.name, clerk.mobile])
  })
  page.addRow(['合计', '', enterprises.length])
  page.addRow(['填表人：示例', '', '', '', '', '', '', '填报日期：2026年11月20日'])
  return Buffer.from(await book.xlsx.writeBuffer())
}

const FIXED = ['序号', '提交答卷时间', '所用时间', '来源', '来源详情', '来自IP']
const QUESTIONS = ['4、加计扣除的比例是多少？', '5、哪些费用可以归集？（多选）', '6、预缴时能不能享受？']

async function questionnaire(
  name: string,
  enterprises: readonly KnownEnterprise[],
  who: 'head' | 'clerk',
  chance: () => number,
): Promise<OfficeFile> {
  const book = new Excel.Workbook()
  const page = book.addWorksheet('Sheet1')
  const isExam = who === 'head'
  page.addRow([
    ...FIXED,
    '1、您的姓名',
    '2、您所在企业的全称',
    '3、您的手机号码',
    ...(isExam ? [...QUESTIONS, '总分'] : ['4、对培训的建议']),
  ])
  const truth: Truth[] = []
  enterprises.forEach((enterprise, index) => {
    const { typed, ...known } = typedRow(
      enterprise[who],
      enterprise,
      enterprises[(index + 1) % enterprises.length]?.[who],
      chance,
    )
    const score = isExam
      ? chance() < 0.85
        ? 80 + 5 * Math.floor(chance() * 5)
        : 40 + 5 * Math.floor(chance() * 7)
      : null
    const day = `2026/${9 + (index % 2)}/${1 + (index % 28)} ${9 + (index % 8)}:${String(index % 60).padStart(2, '0')}:07`
    const answers = isExam ? ['100%', '人员人工费用┋直接投入费用', chance() < 0.5 ? '能' : '(空)', score] : ['(空)']
    page.addRow([
      index + 1,
      day,
      `${60 + (index % 90)}秒`,
      '微信',
      '(空)',
      '127.0.0.1',
      typed.person,
      typed.enterprise,
      typed.mobile || '(空)',
      ...answers,
    ])
    truth.push({ row: index + 2, score, ...known })
  })
  return { name, bytes: Buffer.from(await book.xlsx.writeBuffer()), truth }
}

function typedRow(
  person: KnownPerson,
  enterprise: KnownEnterprise,
  other: KnownPerson | undefined,
  chance: () => number,
) {
  const right = { person: person.name, enterprise: enterprise.name, mobile: person.mobile }
  if (chance() < STRANGERS) {
    const typed = {
      person: '过路人',
      enterprise: `示例外地${enterprise.name.slice(-8)}`,
      mobile: `1980${person.mobile.slice(4)}`,
    }
    return { typed, mobile: null, slip: 'a stranger' }
  }
  if (chance() >= MISTYPED) return { typed: right, mobile: person.mobile, slip: null }
  const { typed, slip } = mistype(right, chance, { ...right, mobile: other?.mobile ?? '' })
  return { typed, mobile: person.mobile, slip }
}

function jielong(enterprises: readonly KnownEnterprise[], chance: () => number): { text: string; truth: Truth[] } {
  const truth: Truth[] = []
  const lines = enterprises.map((enterprise, index) => {
    const { typed, ...known } = typedRow(
      enterprise.clerk,
      enterprise,
      enterprises[(index + 1) % enterprises.length]?.clerk,
      chance,
    )
    truth.push({ row: index + 3, score: null, ...known })
    return `${index + 1}. ${[typed.person, typed.enterprise, typed.mobile].filter(Boolean).join(' ')}`
  })
  return { text: ['#接龙', '12月3日研发费用归集培训报名，请写：姓名 企业 手机', ...lines].join('\n'), truth }
}
