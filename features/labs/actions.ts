'use server'

import { notFound, redirect } from 'next/navigation'
import { formAction } from '@/server/action'
import { labBySlug } from '@/server/content/catalog'
import { saveCells } from './commands/save-cells'
import { startLabRun } from './commands/start-lab-run'
import { submitLabRun } from './commands/submit-lab-run'
import { changedCells, labDeskInput, startLabRunInput } from './input'
import { labRunPath } from './lab-run-row'

export const startLabRunAction = formAction({
  permission: 'lab.take',
  input: startLabRunInput,
  async run(ctx, { slug, mode }) {
    const lab = labBySlug(slug)
    if (!lab) notFound()
    const outcome = await startLabRun(ctx, lab, mode)
    if (!outcome.ok) return { refusal: outcome.refusal }
    redirect(labRunPath(slug, outcome.value.runId))
  },
})

/** 保存 and 提交 of the desk: both first save what this page changed; graded is only what is saved. */
export const labDeskAction = formAction({
  permission: 'lab.take',
  input: labDeskInput,
  async run(ctx, form) {
    const saved = await saveCells(ctx.actor, form.runId, changedCells(form))
    if (!saved.ok && saved.refusal === 'not-found') notFound()
    const page = labRunPath(form.slug, form.runId)
    if (form.intent === 'save') redirect(`${page}?saved=${saved.ok ? 'yes' : 'closed'}`)
    const submitted = await submitLabRun(ctx, form.runId)
    if (!submitted.ok) notFound()
    redirect(`${page}?submitted=yes`)
  },
})
