/** Letters of the options a row has room for. */
export const LETTERS = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'] as const

/** Headers of the question sheet, in order. Three columns for each option: its words, its partner when matching, its reason. */
export const HEADERS = [
  '编号',
  '题型',
  '题干',
  ...LETTERS.flatMap((letter) => [`选项${letter}`, `配对${letter}`, `理由${letter}`]),
  '正确答案',
  '误差',
  '单位',
  '多余的配对',
  '解析',
  '难度',
  '知识点',
  '依据',
  '文号',
  '条款',
  '案例',
  '案例材料',
  '知行',
] as const

export type Header = (typeof HEADERS)[number]

/** The words for kinds, as people write them. */
export const KIND_WORDS = {
  单选: 'single',
  多选: 'multiple',
  判断: 'truefalse',
  数字: 'numeric',
  填空: 'fillin',
  排序: 'ordering',
  配对: 'matching',
} as const

export const SHEET_NAME = '题目'
