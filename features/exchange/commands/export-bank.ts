import 'server-only'
import { mayEver } from '@/domain/permissions/permission'
import { recordAudit } from '@/server/audit/record'
import type { Context } from '@/server/context'
import { ok, type Outcome, refuse } from '@/server/outcome'
import { ENDINGS, type Format, writeQuestions } from '../formats'
import { bankQuestions } from '../queries/bank-questions'
import type { Note } from '../written-question'

export type ExportedBank = { name: string; bytes: Buffer; notes: Note[]; questions: number }

/**
 * Writes the bank of a course, keys included, in a format, and records who took it away.
 *
 * Refuses: without `bank.exchange`, or no such course ('not-found'); more questions than the format holds ('too-many').
 */
export async function exportBank(
  ctx: Context,
  { course, format }: { course: string; format: Format },
): Promise<Outcome<ExportedBank, 'not-found' | 'too-many'>> {
  const exported = await bankAs(ctx, { course, format })
  if (!exported.ok) return exported
  await ctx.transaction((tx) =>
    recordAudit(tx, ctx, {
      kind: 'bank.exported',
      detail: { course, format, questions: exported.value.questions },
    }),
  )
  return exported
}

/** The same without a trace, to say what the format will not carry: nothing of it leaves the server but the notes. */
export async function bankAs(
  ctx: Pick<Context, 'actor'>,
  { course, format }: { course: string; format: Format },
): Promise<Outcome<ExportedBank, 'not-found' | 'too-many'>> {
  const questions = mayEver(ctx.actor, 'bank.exchange') ? bankQuestions(process.cwd(), course) : null
  if (!questions) return refuse('not-found')
  try {
    const { bytes, notes } = await writeQuestions(format, questions)
    return ok({ name: `${course}.${ENDINGS[format]}`, bytes, notes, questions: questions.length })
  } catch (error) {
    if (error instanceof RangeError) return refuse('too-many')
    throw error
  }
}
