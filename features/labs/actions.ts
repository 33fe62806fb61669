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

/** 保存 of the desk: saves what this page changed. */
export const saveLabDeskAction = formAction({
  permission: 'lab.take',
  input: labDeskInput,
  async run(ctx, form) {
    const saved = await saveCells(ctx.actor, form.runId, changedCells(form))
    if (!saved.ok && saved.refusal === 'not-found') notFound()
    redirect(`${labRunPath(form.slug, form.runId)}?saved=${saved.ok ? 'yes' : 'closed'}`)
  },
})

/** 提交 of the desk: first saves what this page changed; graded is only what is saved. */
export const submitLabDeskAction = formAction({
  permission: 'lab.take',
  input: labDeskInput,
  async run(ctx, form) {
    await saveCells(ctx.actor, form.runId, changedCells(form))
    const submitted = await submitLabRun(ctx, form.runId)
    if (!submitted.ok) notFound()
    redirect(`${labRunPath(form.slug, form.runId)}?submitted=yes`)
  },
})
