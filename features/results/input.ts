import { z } from 'zod'
import { isDay } from '@/domain/calendar/day'
import type { ResultUse } from '@/domain/results/result-row'

export const MAX_UPLOAD_BYTES = 10 * 1024 * 1024

const blankToMissing = (value: unknown) => (value === '' ? undefined : value)
const optionalDay = z.preprocess(blankToMissing, z.string().refine(isDay, 'day').optional())
const ticked = z.preprocess((value) => value === 'on' || value === 'true', z.boolean())

export const RESULT_USES = [
  'enterprise',
  'uscc',
  'person',
  'mobile',
  'score',
  'passed',
  'day',
  'submitted-at',
  'number',
  'answer',
  'unused',
] as const satisfies readonly ResultUse[]

export const uploadResultsInput = z.object({
  programmeId: z.uuid(),
  regionId: z.uuid(),
  title: z.string().trim().max(100, 'title').default(''),
  day: optionalDay,
  kind: z.enum(['AUTO', 'SHEET', 'JIELONG']).default('AUTO'),
  file: z.instanceof(File).optional(),
  rows: z.string().max(5_000_000, 'too-large').optional(),
})
export type UploadResults = z.output<typeof uploadResultsInput>

/** The uses of the columns come as fields named "use.<sheet>.<column>". */
export const confirmColumnsInput = z
  .looseObject({
    batchId: z.uuid(),
    mode: z.enum(['completions', 'sign-ups']),
    training: ticked,
    awareness: ticked,
    passScore: z.preprocess(
      blankToMissing,
      z.coerce.number('pass-score').min(0, 'pass-score').max(10_000, 'pass-score').optional(),
    ),
    day: optionalDay,
  })
  .transform(({ batchId, mode, training, awareness, passScore, day, ...others }) => ({
    batchId,
    mode,
    training,
    awareness,
    passScore: passScore ?? null,
    day: day ?? null,
    uses: usesIn(others),
  }))
export type ConfirmColumns = z.output<typeof confirmColumnsInput>

function usesIn(fields: Record<string, unknown>): { sheet: number; column: number; use: ResultUse }[] {
  return Object.entries(fields).flatMap(([name, value]) => {
    const [, sheet, column] = /^use\.(\d{1,4})\.(\d{1,4})$/.exec(name) ?? []
    const use = RESULT_USES.find((one) => one === value)
    return sheet && column && use ? [{ sheet: Number(sheet), column: Number(column), use }] : []
  })
}

export const batchIdInput = z.object({ batchId: z.uuid() })

const position = z.coerce.number().int().min(0).max(1_000_000)

export const decideRowInput = z.object({
  batchId: z.uuid(),
  position,
  entryId: z.uuid(),
  personId: z.uuid(),
  /** The page of the queue to come back to. */
  after: position.optional(),
})
export type DecideRow = z.output<typeof decideRowInput>

const id = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'
const CHOICE = new RegExp(`^(\\d{1,7}) (${id}) (${id})$`)

/** The rows ticked on a page of plain suggestions: "position entry person" each. */
export const decideRowsInput = z.object({
  batchId: z.uuid(),
  choices: z.preprocess(
    (value) => value ?? [],
    z
      .array(z.string().regex(CHOICE, 'invalid'))
      .min(1, 'nothing-ticked')
      .max(100)
      .transform((texts) =>
        texts.map((text) => {
          const [, at = '', entryId = '', personId = ''] = CHOICE.exec(text) ?? []
          return { position: Number(at), entryId, personId }
        }),
      ),
  ),
})

export const rowInput = z.object({ batchId: z.uuid(), position })
export type RowInput = z.output<typeof rowInput>

/** The same with the page of the queue to come back to. */
export const asideInput = rowInput.extend({ after: position.optional() })

export const aliasInput = z.object({ aliasId: z.uuid() })
