import { z } from 'zod'
import { parseDecimal } from '@/domain/exams/decimal'
import { plainWords } from '@/domain/exams/score'
import { slug } from './course-schema'

const prose = z.string().trim().min(1, 'must not be empty')

const decimal = z
  .union([z.number(), z.string()])
  .transform(String)
  .refine((text) => parseDecimal(text) !== null, 'must be a plain decimal number')

const word = z.preprocess((value) => (typeof value === 'number' ? String(value) : value), prose)

const option = z.strictObject({
  id: z.preprocess((value) => (typeof value === 'number' || typeof value === 'boolean' ? String(value) : value), slug),
  text: word,
  correct: z.boolean().optional(),
  because: prose,
})

const common = {
  id: slug,
  concept: slug,
  fact: prose,
  difficulty: z.int().min(1).max(3),
  prompt: prose,
  cite: z.strictObject({ doc: prose, article: prose.optional() }),
}

const options = z.array(option).min(2).max(8)
const correctCount = (value: { options: { correct?: boolean }[] }) => value.options.filter((one) => one.correct).length
const hasDistinct = (value: { options: { id: string; text: string }[] }) =>
  new Set(value.options.map((one) => one.id)).size === value.options.length &&
  new Set(value.options.map((one) => one.text)).size === value.options.length
const distinct = { message: 'option ids and texts must differ', path: ['options'] }

const single = z
  .strictObject({ ...common, kind: z.literal('single'), options, because: prose.optional() })
  .refine((value) => correctCount(value) === 1, { message: 'exactly one option must be correct', path: ['options'] })
  .refine(hasDistinct, distinct)

const multiple = z
  .strictObject({ ...common, kind: z.literal('multiple'), options, because: prose.optional() })
  .refine((value) => correctCount(value) >= 2, { message: 'at least two options must be correct', path: ['options'] })
  .refine(hasDistinct, distinct)

const truefalse = z.strictObject({ ...common, kind: z.literal('truefalse'), answer: z.boolean(), because: prose })

const numeric = z.strictObject({
  ...common,
  kind: z.literal('numeric'),
  answer: decimal,
  tolerance: decimal.optional(),
  unit: prose.optional(),
  because: prose,
})

const fillin = z.strictObject({
  ...common,
  kind: z.literal('fillin'),
  accepted: z.array(word).min(1).max(12),
  because: prose,
})

const differ = (texts: readonly string[]) => new Set(texts.map(plainWords)).size === texts.length

const ordering = z
  .strictObject({ ...common, kind: z.literal('ordering'), items: z.array(word).min(3).max(8), because: prose })
  .refine((value) => differ(value.items), { message: 'the items must differ', path: ['items'] })

const matching = z
  .strictObject({
    ...common,
    kind: z.literal('matching'),
    pairs: z
      .array(z.strictObject({ left: word, right: word, because: prose }))
      .min(3)
      .max(8),
    distractors: z.array(word).max(4).optional(),
    because: prose.optional(),
  })
  .refine((value) => differ(value.pairs.map((pair) => pair.left)), {
    message: 'left sides must differ',
    path: ['pairs'],
  })
  .refine((value) => differ([...new Set(value.pairs.map((pair) => pair.right)), ...(value.distractors ?? [])]), {
    message: 'right sides that mean the same must be written the same, and no distractor may be one of them',
    path: ['pairs'],
  })

/** One question that stands alone, or a part of a case. Texts are inline MDX. */
export const questionSchema = z.discriminatedUnion('kind', [
  single,
  multiple,
  truefalse,
  numeric,
  fillin,
  ordering,
  matching,
])

/** Questions about one shared material, asked and drawn together. `material` is Markdown with tables and formulas. */
export const caseSchema = z.strictObject({
  id: slug,
  kind: z.literal('case'),
  material: prose,
  parts: z.array(z.looseObject({})).min(2).max(6),
})

/** `bank.yaml` and `checks.yaml`: the questions, with the course they belong to where the author repeats it. */
export const questionFileSchema = z.strictObject({
  course: slug.optional(),
  version: z.int().min(1).optional(),
  questions: z.array(z.looseObject({})).min(1),
})

export type Question = z.infer<typeof questionSchema>
