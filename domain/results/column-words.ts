import { squeeze } from '@/domain/roster/cell-text'
import { headerText, headerWord } from '@/domain/roster/header-words'
import type { ResultUse } from './result-row'

/** What a header means by itself; 'private' columns (minutes, addresses, identity numbers) are never kept. */
export type ColumnWord = Exclude<ResultUse, 'answer' | 'unused'> | 'private'

/** Number and moment of submission: together they mark the export of a questionnaire service. */
const NUMBER = /^(?:(?:答卷|答题|提交)?(?:序号|编号)|id)$/i
const SUBMITTED = /^(?:提交(?:答卷|问卷|表单)?(?:的)?时间|(?:结束)?答[题卷](?:提交|结束|完成)?时间)$/

const PRIVATE =
  /^(?:所用时间|用时|答[题卷](?:时长|用时)|开始答[题卷]时间|来源|来源详情|来源渠道|(?:来自|提交|答题)?ip(?:地址|归属地)?|(?:微信)?(?:昵称|openid|unionid|头像)|(?:地理)?位置|定位|经纬度|经度|纬度|国家|省份?|城市|浏览器|操作系统|设备(?:类型)?|终端)$|身份证|证件号/i

const BY_WORDS: [RegExp, ColumnWord][] = [
  // One answer that holds both is read as the person's.
  [/姓名.*(?:手机|电话|联系方式)/, 'person'],
  [/信用代码|税号|纳税人识别号/, 'uscc'],
  [/手机|电话|联系方式|联系号码/, 'mobile'],
  [
    /(?:企业|单位|公司|机构)(?:的)?(?:\([^)]*\))?(?:名称|全称|名字|名)|^(?:您?(?:的|所在的?|所属的?)?)?(?:所在|所属|工作|参训|参会|报名|任职)?(?:企业|单位|公司)$/,
    'enterprise',
  ],
  [
    /姓名|^(?:您的)?(?:名字|称呼)$|^(?:参训|参会|参加|报名|学习|培训|签到|填[写报表])?(?:人员?|学员|人员名单|参训者|对象)$|^(?:联系|填报|填写)人$/,
    'person',
  ],
  [/^(?:总|考试|测试|测评|考核|培训|答题|测验|最终|最后|综合)?(?:总分|得分|成绩|分数)$/, 'score'],
  [
    /^(?:是否|有否)?(?:已)?(?:合格|通过|及格|达标)(?:情况|与否)?$|^(?:考核|考试|测评|测试|培训|学习)?(?:结果|结论)$/,
    'passed',
  ],
  [/^(?:培训|参训|学习|考试|测试|测评|考核|签到|活动|参加|参会|上课|完成|授课|会议)?(?:的)?(?:日期|时间|日)$/, 'day'],
]

const QUESTION = /^(?:第(\d{1,3})题[、.:]?|Q?(\d{1,3})[、.:)])/i
const HINT =
  /[[【(](?:单选|多选|可多选|填空|必答|必填|选答|选填|单行文本|多行文本|判断|下拉|量表|矩阵)[^\])】]*[\])】]/gu
const MARKS = /[*★:?。]+$/gu

/** A question's header without its number ('3、', 'Q3.', '第3题') and marks such as * or [单选题]; '(选项)' of an option's column. */
export function questionText(header: string): string {
  return squeeze(header).replace(QUESTION, '').replace(HINT, '').replace(MARKS, '')
}

/** The number of a question ('3、您的姓名' → 3, '第3题(选项)' → 3); null for other headers. */
export function questionNumber(header: string): number | null {
  const parts = QUESTION.exec(squeeze(header))
  return parts ? Number(parts[1] ?? parts[2]) : null
}

export function isNumberWord(header: string): boolean {
  return columnWord(header) === 'number'
}

export function isSubmittedWord(header: string): boolean {
  return SUBMITTED.test(bare(header))
}

/**
 * What a header proposes its column to be used for, from its words alone: the officer confirms it.
 *
 * @returns null when it says nothing we know
 */
export function columnWord(header: string): ColumnWord | null {
  const text = bare(header)
  return wordOf(text) ?? wordOf(partAsked(header))
}

function wordOf(text: string): ColumnWord | null {
  if (text === '') return null
  if (PRIVATE.test(text)) return 'private'
  if (NUMBER.test(text)) return 'number'
  if (SUBMITTED.test(text)) return 'submitted-at'
  const isLong = text.length > 16
  for (const [pattern, word] of BY_WORDS) if (!isLong && pattern.test(text)) return word
  return isLong ? null : rosterWord(text)
}

/** Questions of several blanks have a column each: '1、请填写您的信息(姓名)', then '1、(手机)' or '第1题(手机)'. */
function partAsked(header: string): string {
  const parts = /^([^()]*)\(([^()]+)\)$/.exec(questionText(header))
  return parts && /^$|信息|资料|请.*填/.test(parts[1] ?? '') ? (parts[2] ?? '') : ''
}

/** Words that the bureau's rosters use as well: 经办人, 负责人电话, 纳税人名称. */
function rosterWord(text: string): ColumnWord | null {
  const word = headerWord(text)
  if (word?.field === 'seq') return 'number'
  if (word?.field === 'name') return 'enterprise'
  if (word?.field === 'uscc') return 'uscc'
  if (!word || !('part' in word)) return null
  if (word.part === 'mobile') return 'mobile'
  return word.part === 'name' || word.part === 'contact' ? 'person' : null
}

function bare(header: string): string {
  return questionText(headerText(header))
    .replace(/^请?(?:您?填写|输入)?(?:您的?|本人的?)?/u, '')
    .replace(/\([^)]*\)$/u, '')
}
