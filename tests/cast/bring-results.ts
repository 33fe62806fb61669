import type { ResultUse } from '@/domain/results/result-row'
import type { BatchReading } from '@/features/results/batch-options'
import { confirmColumns } from '@/features/results/commands/confirm-columns'
import { uploadResults } from '@/features/results/commands/upload-results'
import { confirmBatch } from '@/features/results/commands/write-batch'
import type { ConfirmColumns } from '@/features/results/input'
import { resultJobs } from '@/features/results/jobs'
import type { Context } from '@/server/context'
import { db } from '@/server/db/client'
import { inventedWorkbook } from '@/server/files/invented-workbook'

/** The columns of 问卷星 before the questions. */
export const QUESTIONNAIRE_HEADER = [
  '序号',
  '提交答卷时间',
  '所用时间',
  '来源',
  '来源详情',
  '来自IP',
  '1、您的姓名',
  '2、企业名称',
  '3、手机号',
  '4、加计扣除的比例是多少',
  '总分',
]

/** One answered questionnaire: who, where from, and the score. */
export function questionnaireRow(
  number: number,
  at: string,
  who: { person: string; enterprise: string; mobile: string },
  score: number,
): string[] {
  const about = [`${60 + number}秒`, '微信', 'N/A', '192.0.2.1(浙江-宁波)']
  return [String(number), at, ...about, who.person, who.enterprise, who.mobile, '100%', String(score)]
}

/** Does what the worker would: every open job about earlier results, in order. */
export async function workResults(): Promise<void> {
  for (;;) {
    const open = { doneAt: null, kind: { startsWith: 'results.' } }
    const row = await db.outbox.findFirst({ where: open, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] })
    if (!row) return
    await resultJobs[row.kind]?.(row.payload as { batchId: string }, 'test')
    await db.outbox.update({ where: { id: row.id }, data: { doneAt: new Date() } })
  }
}

/** Uploads a sheet or a pasted text and has it read. */
export async function bringIn(
  ctx: Context,
  about: { programmeId: string; regionId: string; title?: string; day?: string },
  what: { rows: string[][] } | { text: string },
): Promise<string> {
  const given =
    'rows' in what
      ? { file: new File([new Uint8Array(await inventedWorkbook([{ name: 'Sheet1', rows: what.rows }]))], '成绩.xlsx') }
      : { rows: what.text }
  const outcome = await uploadResults(ctx, { title: '', kind: 'AUTO', ...about, ...given })
  if (!outcome.ok) throw new Error(outcome.refusal)
  await workResults()
  return outcome.value.batchId
}

/** Confirms the columns as they are proposed, changed where `uses` says so by header, and has the rows matched. */
export async function confirmAsProposed(
  ctx: Context,
  batchId: string,
  said: Partial<Omit<ConfirmColumns, 'uses'>> & { uses?: Record<string, ResultUse> } = {},
): Promise<void> {
  const one = await db.resultBatch.findUniqueOrThrow({ where: { id: batchId } })
  const { sheets } = one.reading as unknown as BatchReading
  const { uses: changed = {}, ...others } = said
  const uses = sheets.flatMap(({ columns }, sheet) =>
    columns.map(({ column, header, use }) => ({ sheet, column, use: changed[header] ?? use })),
  )
  const plain = { mode: 'completions' as const, training: false, awareness: true, passScore: 80, day: null }
  const outcome = await confirmColumns(ctx, { batchId, ...plain, ...others, uses })
  if (!outcome.ok) throw new Error(outcome.refusal)
  await workResults()
}

/** Confirms a matched batch and has it written. */
export async function writeMatched(ctx: Context, batchId: string): Promise<void> {
  const outcome = await confirmBatch(ctx, batchId)
  if (!outcome.ok) throw new Error(outcome.refusal)
  await workResults()
}

/** States and reasons of a batch's rows, in order. */
export async function rowStates(batchId: string): Promise<string[]> {
  const rows = await db.resultRow.findMany({ where: { batchId }, orderBy: { position: 'asc' } })
  return rows.map(({ state, reasons }) => [state, ...reasons].join(' '))
}
