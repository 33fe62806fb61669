import { z } from 'zod'

/** A word of a URL or a key: lower-case Latin letters, digits and single hyphens. */
export const slug = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'lower-case letters, digits and hyphens only')
const prose = z.string().trim().min(1, 'must not be empty')
const minutes = z.int().min(1).max(240)

/** YAML reads an unquoted 2026-02-01 as a date; both spellings become the day as text. */
export const day = z.preprocess(
  (value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value),
  z.iso.date('a day as YYYY-MM-DD'),
)

const source = z.strictObject({
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
  })
  .refine((value) => value.pass <= value.draw, { message: 'pass must not exceed draw', path: ['pass'] })

const audience = z.array(z.enum(['head', 'clerk'])).min(1)

/** Frontmatter of `course.mdx`. */
export const courseSchema = z.strictObject({
  slug,
  title: prose,
  titleEn: prose,
  summary: prose,
  audience: z.preprocess((value) => (typeof value === 'string' ? [value] : value), audience),
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

/** Frontmatter of `content/labs/<slug>/lab.mdx`; the generator of that name lives in `domain/labs`. */
export const labSchema = z.strictObject({
  slug,
  title: prose,
  titleEn: prose,
  summary: prose,
  audience: z.preprocess((value) => (typeof value === 'string' ? [value] : value), audience),
  version: z.int().min(1),
  minutes,
  passPercent: z.int().min(1).max(100),
  generator: prose,
  concepts: z.array(z.union([slug, z.looseObject({ id: slug })])),
  sources: z.array(source),
  checkedOn: day,
})

export type CourseMeta = z.infer<typeof courseSchema>
export type LessonMeta = z.infer<typeof lessonSchema>
export type LabMeta = z.infer<typeof labSchema>
