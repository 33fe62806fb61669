import type { ListSpec, PlaceholderSpec, ValueSpec } from './placeholder-spec'

/** The four rates by the word that their placeholders begin with: {培训率}, {知晓已完成}, {上手总数}, {上门还差}. */
export const RATE_WORDS = { TRAINING: '培训', AWARENESS: '知晓', READINESS: '上手', VISITS: '上门' } as const

/** The evidence classes by the word that ends their placeholders: {培训佐证现场}. */
export const EVIDENCE_WORDS = { IN_PERSON: '当面', SESSION: '现场', ONLINE: '线上', IMPORTED: '导入' } as const

type Rate = keyof typeof RATE_WORDS

const text = (name: string, meaning: string, example: string, about?: ValueSpec['about']): ValueSpec => ({
  kind: 'text',
  name,
  meaning,
  example,
  ...(about ? { about } : {}),
})
const number = (name: string, meaning: string, example: number, about?: ValueSpec['about']): ValueSpec => ({
  ...text(name, meaning, '', about),
  kind: 'number',
  example,
})

/** Invented figures: part and whole now, and a period ago. */
const EXAMPLES: Record<Rate, { part: number; whole: number; before: number }> = {
  TRAINING: { part: 41, whole: 57, before: 30 },
  AWARENESS: { part: 38, whole: 57, before: 26 },
  READINESS: { part: 52, whole: 96, before: 47 },
  VISITS: { part: 57, whole: 57, before: 50 },
}
const RATES = Object.keys(RATE_WORDS) as Rate[]

const percent = (part: number, whole: number) => `${((part / whole) * 100).toFixed(1)}%`

function rateSpecs(rate: Rate): ValueSpec[] {
  const word = RATE_WORDS[rate]
  const { part, whole, before } = EXAMPLES[rate]
  const about = { rate }
  const points = ((part - before) / whole) * 100
  return [
    text(`${word}率`, 'rate', percent(part, whole), about),
    number(`${word}已完成`, 'part', part, about),
    number(`${word}总数`, 'whole', whole, about),
    number(`${word}还差`, 'open', whole - part, about),
    text(`上期${word}率`, 'rateBefore', percent(before, whole), about),
    number(`上期${word}已完成`, 'partBefore', before, about),
    number(`上期${word}总数`, 'wholeBefore', whole, about),
    text(`较上期${word}率`, 'ratePoints', `+${points.toFixed(1)}个百分点`, about),
    text(`较上期${word}已完成`, 'partMore', `+${part - before}`, about),
  ]
}

/** Awareness, readiness and training by evidence; a visit has none, as the enterprise confirms it. */
function evidenceSpecs(rate: Exclude<Rate, 'VISITS'>): ValueSpec[] {
  const shares = { IN_PERSON: 6, SESSION: 20, ONLINE: 10, IMPORTED: rate === 'READINESS' ? 0 : 2 }
  return Object.entries(EVIDENCE_WORDS).map(([evidence, word]) =>
    number(`${RATE_WORDS[rate]}佐证${word}`, 'evidencePart', shares[evidence as keyof typeof shares], {
      rate,
      evidence,
    }),
  )
}

function definitionSpecs(word: '原口径' | '现口径', meaning: string, part: number): ValueSpec[] {
  return [
    text(`${word}培训率`, `${meaning}Rate`, percent(part, 57)),
    number(`${word}培训已完成`, `${meaning}Part`, part),
    number(`${word}培训总数`, `${meaning}Whole`, 57),
  ]
}

const PARAGRAPHS: ListSpec = {
  kind: 'list',
  name: '段落',
  meaning: 'paragraphs',
  columns: [text('文字', 'paragraphText', '截至2026年11月25日，重点企业培训率71.9%（41/57）。')],
  examples: [
    { 文字: '截至2026年11月25日，重点企业培训率71.9%（41/57），较上期多11家。' },
    { 文字: '尚有未完成事项的企业16家，名册变动2家。' },
  ],
}

const AREAS: ListSpec = {
  kind: 'list',
  name: '各区域',
  meaning: 'areas',
  columns: [
    text('区域', 'region', '示例一区'),
    ...RATES.flatMap((rate) => [
      text(`${RATE_WORDS[rate]}率`, 'rate', '71.9%', { rate }),
      number(`${RATE_WORDS[rate]}已完成`, 'part', 41, { rate }),
      number(`${RATE_WORDS[rate]}总数`, 'whole', 57, { rate }),
    ]),
    number('还差', 'openEntries', 16),
  ],
  examples: [areaExample('示例一区', 30, 40), areaExample('示例二区', 11, 17)],
}

function areaExample(name: string, part: number, whole: number): Record<string, string | number> {
  const figures = RATES.map((rate) => RATE_WORDS[rate]).flatMap((word) => [
    [`${word}率`, percent(part, whole)],
    [`${word}已完成`, part],
    [`${word}总数`, whole],
  ])
  return { 区域: name, ...Object.fromEntries(figures), 还差: whole - part }
}

const MISSING: ListSpec = {
  kind: 'list',
  name: '还差名单',
  meaning: 'missing',
  columns: [
    number('序号', 'position', 1),
    text('企业', 'enterprise', '示例精工有限公司'),
    text('区域', 'region', '示例一区'),
    text('还差事项', 'openItemsText', '政策知晓测一测、上门服务'),
  ],
  examples: [
    { 序号: 1, 企业: '示例精工有限公司', 区域: '示例一区', 还差事项: '政策知晓测一测、上门服务' },
    { 序号: 2, 企业: '示例电子有限公司', 区域: '示例一区', 还差事项: '业务上手测评' },
    { 序号: 3, 企业: '示例新材料股份有限公司', 区域: '示例二区', 还差事项: '负责人课程' },
  ],
}

const CHANGES: ListSpec = {
  kind: 'list',
  name: '名册变动',
  meaning: 'changes',
  columns: [
    text('日期', 'changedOn', '2026年11月10日'),
    text('企业', 'enterprise', '示例机械有限公司'),
    text('变动', 'change', '迁出'),
  ],
  examples: [
    { 日期: '2026年11月10日', 企业: '示例机械有限公司', 变动: '迁出' },
    { 日期: '2026年11月18日', 企业: '示例传感有限公司', 变动: '新增' },
  ],
}

/**
 * 工作简报. Figures are of the bulletin's period and area. Where there is no figure (no requirement, no earlier period, no
 * former rule) a rate is "—" and a number is left empty.
 */
export const BULLETIN: readonly PlaceholderSpec[] = [
  text('单位', 'office', '示例区科学技术局'),
  text('专项行动', 'programme', '诊断+提升示例行动'),
  text('期间', 'period', '2026年10月26日至2026年11月25日'),
  text('起始日', 'fromOn', '2026年10月26日'),
  text('结账日', 'closingDay', '2026年11月25日'),
  text('编制日', 'composedOn', '2026年11月26日'),
  text('口径版本', 'definitionVersion', '第2版'),
  text('名册范围', 'rosterRange', '重点企业'),
  ...RATES.flatMap(rateSpecs),
  ...definitionSpecs('原口径', 'former', 41),
  ...definitionSpecs('现口径', 'present', 33),
  ...(['TRAINING', 'AWARENESS', 'READINESS'] as const).flatMap(evidenceSpecs),
  number('还差企业数', 'openEntries', 16),
  number('名册变动数', 'changeCount', 2),
  PARAGRAPHS,
  AREAS,
  MISSING,
  CHANGES,
]
