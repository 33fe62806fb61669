import { makeUscc } from '@/domain/roster/uscc'
import { BULLETIN } from './bulletin-placeholders'
import type { ListSpec, PlaceholderSpec, ValueSpec } from './placeholder-spec'

export type TemplatePurpose = 'BULLETIN' | 'LETTER' | 'ATTENDANCE'

export const PURPOSES: readonly TemplatePurpose[] = ['BULLETIN', 'LETTER', 'ATTENDANCE']

const text = (name: string, meaning: string, example: string): ValueSpec => ({ kind: 'text', name, meaning, example })
const number = (name: string, meaning: string, example: number): ValueSpec => ({
  kind: 'number',
  name,
  meaning,
  example,
})

const OPEN_ITEMS: ListSpec = {
  kind: 'list',
  name: '待完成事项',
  meaning: 'openItems',
  columns: [
    number('序号', 'position', 1),
    text('事项', 'item', '政策知晓测一测'),
    text('岗位', 'seat', '负责人'),
    text('承担人', 'holder', '张示例'),
  ],
  examples: [
    { 序号: 1, 事项: '政策知晓测一测', 岗位: '负责人', 承担人: '张示例' },
    { 序号: 2, 事项: '业务上手测评', 岗位: '经办人', 承担人: '李示例' },
    { 序号: 3, 事项: '辅助账实训', 岗位: '经办人', 承担人: '（空缺）' },
  ],
}

/** 通知函: one letter for each enterprise. A QR code cannot be placed: the filling library has no pictures. */
const LETTER: readonly PlaceholderSpec[] = [
  text('企业', 'enterprise', '示例精工有限公司'),
  text('统一社会信用代码', 'uscc', makeUscc('330200', 2026)),
  text('区域', 'region', '示例区示例街道'),
  text('收件人', 'addressee', '张示例'),
  text('收件人职务', 'addresseePost', '负责人'),
  OPEN_ITEMS,
  text('专属链接', 'personalLink', 'https://zhixing.example/l/示例'),
  text('短码', 'code', 'EXAM-PLE0-0000'),
  text('截止日', 'dueOn', '2026年12月31日'),
  text('专项行动', 'programme', '诊断+提升示例行动'),
  text('单位', 'office', '示例区科学技术局'),
  text('日期', 'today', '2026年11月25日'),
]

/** 参训证明: one for each person. */
const ATTENDANCE: readonly PlaceholderSpec[] = [
  text('姓名', 'person', '张示例'),
  text('企业', 'enterprise', '示例精工有限公司'),
  text('区域', 'region', '示例区示例街道'),
  text('岗位', 'seat', '负责人'),
  text('培训名称', 'training', '研发费用加计扣除政策速览'),
  text('培训日期', 'trainedOn', '2026年11月20日'),
  text('佐证类别', 'evidence', '现场'),
  text('专项行动', 'programme', '诊断+提升示例行动'),
  text('单位', 'office', '示例区科学技术局'),
  text('日期', 'today', '2026年11月25日'),
  text('说明', 'caveat', '学习完成证明，非职业资格、不作上岗依据。'),
]

const ALL: Readonly<Record<TemplatePurpose, readonly PlaceholderSpec[]>> = { BULLETIN, LETTER, ATTENDANCE }

/** The placeholders that a template of this purpose may use, in the order in which its page shows them. */
export function placeholdersOf(purpose: TemplatePurpose): readonly PlaceholderSpec[] {
  return ALL[purpose]
}
