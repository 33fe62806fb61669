import { z } from 'zod'

/** A word of a URL or a key: lower-case Latin letters, digits and single hyphens. */
export const slug = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'lower-case letters, digits and hyphens only')
/** Text that says something. */
export const prose = z.string().trim().min(1, 'must not be empty')
/** How long it takes. */
export const minutes = z.int().min(1).max(240)

/** YAML reads an unquoted 2026-02-01 as a date; both spellings become the day as text. */
export const day = z.preprocess(
  (value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value),
  z.iso.date('a day as YYYY-MM-DD'),
)

/** Where something is written. */
export const source = z.strictObject({
  title: prose,
  issuer: prose.optional(),
  doc: prose.optional(),
  article: prose.optional(),
  url: z.url().optional(),
  checkedOn: day.optional(),
})

const concept = z.strictObject({
  id: slug,
  title: prose,
  lesson: slug,
  source: prose,
  effectiveFrom: day.nullable(),
  effectiveTo: day.nullable(),
})

const sumOf = (counts: Record<string, number | undefined>) =>
  Object.values(counts).reduce<number>((sum, count) => sum + (count ?? 0), 0)

/** The blueprint of the exam; what is left out is filled by `paperRules`. */
const exam = z
  .strictObject({
    slug,
    title: prose,
    draw: z.int().min(1).max(60),
    pass: z.int().min(1),
    tries: z.int().min(1).nullable(),
    waitHours: z.number().min(0).max(720),
    limitMinutes: z.int().min(1).max(600).nullish(),
    openBook: z.boolean(),
    perDifficulty: z.partialRecord(z.enum(['1', '2', '3']), z.int().min(0)).optional(),
    perConcept: z.record(slug, z.int().min(1)).optional(),
    mustHave: z.array(slug).optional(),
    exclude: z.array(slug).optional(),
    cases: z.int().min(0).max(6).optional(),
    review: z.enum(['after-pass', 'always', 'never']).optional(),
  })
  .refine((value) => value.pass <= value.draw, { message: 'pass must not exceed draw', path: ['pass'] })
  .refine(({ perDifficulty, draw }) => !perDifficulty || sumOf(perDifficulty) === draw, {
    message: 'the counts must add up to draw',
    path: ['perDifficulty'],
  })
  .refine(({ perConcept, draw }) => !perConcept || sumOf(perConcept) <= draw, {
    message: 'the counts must not exceed draw',
    path: ['perConcept'],
  })
  .refine(({ mustHave, exclude }) => !mustHave?.some((id) => exclude?.includes(id)), {
    message: 'a question cannot be in every paper and in none',
    path: ['mustHave'],
  })

/** Whom it is for; one of them may stand alone. */
export const audience = z.preprocess(
  (value) => (typeof value === 'string' ? [value] : value),
  z.array(z.enum(['head', 'clerk'])).min(1),
)

/** Frontmatter of `course.mdx`. */
export const courseSchema = z.strictObject({
  slug,
  title: prose,
  titleEn: prose,
  summary: prose,
  audience,
  version: z.int().min(1),
  minutes,
  order: z.array(slug).min(1),
  digest: z.array(slug).min(1).max(5, 'a digest has at most five cards').optional(),
  checkedOn: day,
  sources: z.array(source).min(1),
  concepts: z.array(concept).min(1),
  exam,
})

/** Frontmatter of `lessons/<slug>.mdx`. */
export const lessonSchema = z.strictObject({ slug, title: prose, minutes, concepts: z.array(slug).min(1) })

/** Frontmatter of `digest/<card>.mdx`. */
export const cardSchema = z.strictObject({ title: prose })

export type CourseMeta = z.infer<typeof courseSchema>
export type LessonMeta = z.infer<typeof lessonSchema>
