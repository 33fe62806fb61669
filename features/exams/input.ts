import { z } from 'zod'
import { isStorable } from '@/server/storable-text'

/** One saved answer: option ids, a typed number or word, or what was placed where, short enough for any honest one. */
export const answerValue = z.array(z.string().max(40).refine(isStorable)).max(10)

/** Body of `PUT /api/attempts/:attempt/answers/:question`. */
export const saveAnswerInput = z.strictObject({
  v: z.literal(1),
  seq: z.int().min(1).max(1_000_000_000),
  value: answerValue,
  flagged: z.boolean().default(false),
})

export const positionInput = z.coerce.number().int().min(1).max(200)

const oneOrMany = z.preprocess(
  (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
  answerValue,
)

/**
 * A paper sent as a form: `shown` lists the questions that were on the page, `q<position>` holds what was chosen, `flag<position>` the
 * mark to look again. `live` is set by
 * the page's script, which has saved everything itself; then no answer of the form is looked at.
 */
export const paperInput = z
  .looseObject({
    attempt: z.uuid(),
    // Chromium 109 names the pressed button twice.
    intent: z.preprocess(
      (value) => (Array.isArray(value) ? value.at(-1) : value),
      z.enum(['save', 'submit']).default('save'),
    ),
    live: z.string().optional(),
    shown: z.preprocess(
      (value) => (Array.isArray(value) ? value : value === undefined ? [] : [value]),
      z.array(positionInput).max(200),
    ),
  })
  .transform((form, context) => {
    const answers =
      form.live === '1'
        ? []
        : form.shown.map((position) => ({
            position,
            value: oneOrMany.safeParse(form[`q${position}`]),
            flagged: form[`flag${position}`] === '1',
          }))
    if (answers.some((answer) => !answer.value.success)) context.addIssue({ code: 'custom', message: 'malformed' })
    return {
      attempt: form.attempt,
      intent: form.intent,
      answers: answers.map(({ position, value, flagged }) => ({
        position,
        flagged,
        value: (value.data ?? []).filter((text) => text.trim() !== ''),
      })),
    }
  })

export const startOralCheckInput = z.object({
  holdingId: z.uuid(),
  exam: z.string().min(1).max(80),
  channel: z.enum(['ON_SITE', 'PHONE']),
})

export const oralCheckInput = z.object({ checkId: z.uuid() })

/** Letters of a reason are counted where it is used, so that the page can say what is missing. */
export const retractOralCheckInput = z.object({ checkId: z.uuid(), reason: z.string().trim().max(200) })

/** What was answered aloud: `q<position>` holds the option's id, or nothing when there was no answer. */
export const oralAnswersInput = z.looseObject({ checkId: z.uuid() }).transform((form) => ({
  checkId: form.checkId,
  answers: Object.entries(form).flatMap(([name, given]) => {
    const position = positionInput.safeParse(/^q(\d+)$/.exec(name)?.[1])
    const value = z.string().min(1).max(40).safeParse(given)
    return position.success && value.success ? [{ position: position.data, value: [value.data] }] : []
  }),
}))

/** A question of a bank and why it is taken out of use or put back; letters of the reason are counted where it is used. */
export const withdrawItemInput = z.object({
  course: z.string().min(1).max(80),
  questionId: z.string().min(1).max(80),
  reason: z.string().trim().max(300),
})

/** What the page of checks is asked for: an enterprise by a part of its name, the page after an id. */
export const headSearchInput = z.object({
  search: z.string().trim().max(40).catch(''),
  before: z.uuid().optional().catch(undefined),
})
