import type { CompiledCourse, CompiledQuestion } from '@/server/content/compiled'

/** Words that stand only in keys and reasons: no page of an open attempt may ever hold one of them. */
export const SECRET_REASON = 'zx-secret-reason'
export const SECRET_CITE = 'zx-secret-cite'

type Exam = Partial<CompiledCourse['exam']>

/** A course of two lessons with a bank of `count` questions of all kinds, over four concepts. */
export function smallCourse(slug: string, audience: 'head' | 'clerk', exam: Exam = {}, count = 24): CompiledCourse {
  const concepts = ['a', 'b', 'c', 'd'].map((id, index) => ({
    id: `${slug}-${id}`,
    title: `知识点 ${id}`,
    lesson: index < 2 ? 'one' : 'two',
    source: '示例文件',
    effectiveFrom: '2023-01-01',
    effectiveTo: null,
  }))
  const checks = ['check-one', 'check-two-first', 'check-two-last'].map((id) =>
    question(id, 'single', concepts[0]?.id ?? ''),
  )
  const kinds =
    audience === 'head'
      ? (['single', 'truefalse'] as const)
      : (['single', 'multiple', 'truefalse', 'numeric', 'fillin', 'ordering', 'matching'] as const)
  return {
    slug,
    title: `课程 ${slug}`,
    titleEn: slug,
    summary: '简介',
    audience: [audience],
    version: 1,
    minutes: 10,
    order: ['one', 'two'],
    checkedOn: '2026-02-28',
    sources: [{ title: '示例文件' }],
    concepts,
    exam: {
      slug: `${slug}-exam`,
      title: '测一测',
      draw: 5,
      pass: 4,
      tries: null,
      waitHours: 0,
      limitMinutes: null,
      openBook: true,
      ...exam,
    },
    html: '',
    lessons: [
      {
        slug: 'one',
        title: '第一课',
        minutes: 3,
        concepts: [],
        html: '<p>一</p>',
        headings: [],
        selfChecks: ['check-one'],
      },
      {
        slug: 'two',
        title: '第二课',
        minutes: 3,
        concepts: [],
        html: '<p>二</p>',
        headings: [],
        selfChecks: ['check-two-first', 'check-two-last'],
      },
    ],
    digest: audience === 'head' ? [{ slug: 'card', title: '卡片', html: '<p>卡</p>' }] : [],
    checks,
    bank: Array.from({ length: count }, (_, index) =>
      question(`q${index}`, kinds[index % kinds.length] ?? 'single', concepts[index % 4]?.id ?? ''),
    ),
  }
}

function question(id: string, kind: CompiledQuestion['kind'], concept: string): CompiledQuestion {
  const options = ['w', 'x', 'y', 'z'].map((one) => ({
    id: `zxkey-${one}`,
    text: `${id} 选项 ${one}`,
    because: `${SECRET_REASON} ${id} ${one}`,
  }))
  const asked = { id, concept, fact: 'T1-01', difficulty: 1, prompt: `${id} 题干`, cite: { doc: SECRET_CITE } }
  const common = { ...asked, unit: null, options: [], targets: [], group: null, because: SECRET_REASON }
  switch (kind) {
    case 'single':
      return { ...common, kind, options, key: { kind, correct: 'zxkey-x' }, because: null }
    case 'multiple':
      return { ...common, kind, options, key: { kind, correct: ['zxkey-w', 'zxkey-z'], wrong: 2 }, because: null }
    case 'truefalse':
      return { ...common, kind, key: { kind, correct: false } }
    case 'numeric':
      return { ...common, kind, unit: '元', key: { kind, correct: '98765.43', tolerance: '0.01' } }
    case 'fillin':
      return { ...common, kind, key: { kind, accepted: ['密语甲', 'zxkey word'] } }
    case 'ordering':
      return { ...common, kind, options, key: { kind, order: ['zxkey-y', 'zxkey-w', 'zxkey-z', 'zxkey-x'] } }
    case 'matching': {
      const targets = ['p', 'q', 'r', 's', 't'].map((one) => ({ id: `zxkey-${one}`, text: `${id} 右边 ${one}` }))
      const pairs = options.map(({ id: left }, index) => [left, targets[(index + 2) % 4]?.id ?? ''] as const)
      return { ...common, kind, options, targets, key: { kind, pairs } }
    }
  }
}
