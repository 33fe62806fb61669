import { z } from 'zod'
import { audience, day, minutes, prose, slug, source } from './course-schema'

/** Frontmatter of `content/labs/<slug>/lab.mdx`; the generator of that name lives in `domain/labs`. */
export const labSchema = z.strictObject({
  slug,
  title: prose,
  titleEn: prose,
  summary: prose,
  audience,
  version: z.int().min(1),
  minutes,
  /** Share of right cells that completes it. */
  passPercent: z.int().min(80, 'at least 80: below that a known wrong way might pass').max(100),
  /** Hours between a certifying run that was not passed and the next one. */
  waitHours: z.number().min(0).max(720),
  generator: prose,
  /** `lesson`: the lesson that explains it, as `course/lesson`; left out while no course does. */
  concepts: z
    .array(
      z.strictObject({
        id: slug,
        title: prose,
        lesson: z
          .string()
          .regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, 'course/lesson')
          .optional(),
      }),
    )
    .min(1),
  sources: z.array(source).min(1),
  checkedOn: day,
})

/** `content/labs/<slug>/texts.yaml`: every word of the lab's forms, and why each known wrong way is wrong. */
export const labTextsSchema = z.strictObject({
  steps: z.record(slug, z.strictObject({ label: prose, hint: prose })),
  cells: z.record(slug, z.strictObject({ label: prose, how: prose })),
  labels: z.record(slug, prose).default({}),
  options: z.record(slug, prose).default({}),
  paths: z.record(
    slug,
    z.strictObject({
      why: prose,
      rule: prose,
      cite: z.strictObject({ doc: prose, article: prose.optional() }),
    }),
  ),
})

export type LabMeta = z.infer<typeof labSchema>
export type LabTexts = z.infer<typeof labTextsSchema>
