import 'server-only'
import type { ResultReading, ResultUse } from '@/domain/results/result-row'
import { shanghaiToday } from '@/server/clock'
import type { Context } from '@/server/context'
import type { Transaction } from '@/server/db/client'
import { newId } from '@/server/db/id'
import { type Outcome, ok, refuse } from '@/server/outcome'
import {
  type BatchOptions,
  type BatchReading,
  batchOptions,
  COUNTED_RATES,
  type CountsAs,
  type QuestionnaireMapping,
} from '../batch-options'
import type { ConfirmColumns } from '../input'
import { batchInScope } from '../queries/batch-in-scope'
import { fingerprintOf } from '../queries/remembered-columns'
import { leaveResultJob } from './outbox'

type Refusal =
  | 'not-found'
  | 'not-read-yet'
  | 'use-twice'
  | 'nobody-named'
  | 'choose-rate'
  | 'score-column'
  | 'pass-score'
  | 'day-missing'
  | 'day-future'

/** Keeps what the officer said about the columns and what the rows count as; the worker then matches them to the roster. */
export function confirmColumns(ctx: Context, input: ConfirmColumns): Promise<Outcome<null, Refusal>> {
  return ctx.transaction(async (tx) => {
    const one = await batchInScope(ctx.actor, input.batchId, tx)
    if (!one) return refuse('not-found')
    // Also after matching, as long as nothing was written: a column may turn out to be another.
    if (!['READ', 'MATCHED'].includes(one.state) || one.writtenAt) return refuse('not-read-yet')
    const reading = withUses(one.reading as unknown as BatchReading, input.uses)
    const countsAs = countsAsOf(input)
    const refusal = problemOf(reading.sheets, input, countsAs)
    if (refusal) return refuse(refusal)
    const { kind } = batchOptions(one.options)
    const options: BatchOptions = { kind, day: input.day, countsAs }
    const questionnaireId = await rememberQuestionnaires(tx, ctx, one, reading.sheets, countsAs)
    const { count } = await tx.resultBatch.updateMany({
      where: { id: one.id, state: one.state },
      data: {
        state: 'MATCHING',
        reading: reading as object,
        options: options as object,
        questionnaireId,
        rowsDone: 0,
      },
    })
    if (count === 0) return refuse('not-read-yet')
    // What was decided about rows as they were understood before is asked anew; the spellings it taught help.
    await tx.resultRow.updateMany({ where: { batchId: one.id, how: 'decided' }, data: { how: null, state: 'READ' } })
    await leaveResultJob(tx, 'results.match', one.id)
    return ok(null)
  })
}

function withUses(reading: BatchReading, uses: ConfirmColumns['uses']): BatchReading {
  const chosen = new Map(uses.map(({ sheet, column, use }) => [`${sheet}.${column}`, use]))
  const sheets = reading.sheets.map((sheet, i) => ({
    ...sheet,
    columns: sheet.columns.map((column) => ({
      ...column,
      use: chosen.get(`${i}.${column.column}`) ?? column.use,
    })),
  }))
  return { ...reading, sheets }
}

function countsAsOf({ mode, training, awareness, passScore }: ConfirmColumns): CountsAs {
  if (mode === 'sign-ups') return { rates: [], passScore: null }
  const rates = COUNTED_RATES.filter((rate) => (rate === 'TRAINING' ? training : awareness))
  return { rates, passScore: awareness ? passScore : null }
}

const MANY: readonly ResultUse[] = ['answer', 'unused']
const NAMING: readonly ResultUse[] = ['enterprise', 'uscc', 'person', 'mobile']

function problemOf(sheets: readonly ResultReading[], input: ConfirmColumns, countsAs: CountsAs): Refusal | null {
  if (input.mode === 'completions' && countsAs.rates.length === 0) return 'choose-rate'
  // Somebody may sign up for what is still to come.
  if (countsAs.rates.length > 0 && input.day && input.day > shanghaiToday()) return 'day-future'
  for (const { columns } of sheets) {
    const uses = columns.map(({ use }) => use).filter((use) => !MANY.includes(use))
    if (new Set(uses).size < uses.length) return 'use-twice'
    if (!uses.some((use) => NAMING.includes(use))) return 'nobody-named'
    const asks = countsAs.rates.includes('AWARENESS')
    if (asks && !uses.includes('score') && !uses.includes('passed')) return 'score-column'
    if (asks && uses.includes('score') && !uses.includes('passed') && countsAs.passScore === null) return 'pass-score'
    const saysDay = uses.includes('day') || uses.includes('submitted-at')
    if (countsAs.rates.length > 0 && !saysDay && !input.day) return 'day-missing'
  }
  return null
}

/** Remembers how a questionnaire was read, so that its next export is proposed the same way. */
async function rememberQuestionnaires(
  tx: Transaction,
  ctx: Context,
  { regionId, title }: { regionId: string; title: string },
  sheets: readonly ResultReading[],
  countsAs: CountsAs,
): Promise<string | null> {
  let first: string | null = null
  for (const sheet of sheets) {
    const fingerprint = fingerprintOf(sheet)
    if (!fingerprint) continue
    const mapping: QuestionnaireMapping = {
      uses: sheet.columns.map(({ header, use }) => ({ header, use })),
      countsAs,
    }
    const said = { title, mapping: mapping as object, changedAt: new Date(), changedById: ctx.actor.personId }
    const { id } = await tx.questionnaire.upsert({
      where: { regionId_fingerprint: { regionId, fingerprint } },
      create: { id: newId(), regionId, fingerprint, ...said },
      update: said,
    })
    first ??= id
  }
  return first
}
