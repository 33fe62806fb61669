import 'server-only'
import { recordAudit } from '@/server/audit/record'
import type { Context } from '@/server/context'
import { bankYaml } from '../bank-yaml'
import { readQuestions } from '../formats'
import type { Defaults, Note } from '../written-question'

/** What a file became: the text of a `bank.yaml`, or with problems nothing. */
export type ImportedBank = { yaml: string; questions: number; notes: Note[]; problems: Note[] }

/**
 * Reads somebody's questions into the text of a `bank.yaml`. Nothing is changed on the server: courses are files that are reviewed
 * before they go live. That it was done is recorded, with counts alone.
 */
export async function importBank(ctx: Context, bytes: Buffer, defaults: Defaults): Promise<ImportedBank> {
  const { questions, notes, problems } = await readQuestions(bytes, defaults)
  await ctx.transaction((tx) =>
    recordAudit(tx, ctx, {
      kind: 'bank.imported',
      detail: { questions: questions.length, notes: notes.length, problems: problems.length },
    }),
  )
  return { yaml: questions.length > 0 ? bankYaml(null, questions) : '', questions: questions.length, notes, problems }
}
