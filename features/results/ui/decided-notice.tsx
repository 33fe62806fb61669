import { getTranslations } from 'next-intl/server'
import { Notice } from '@/ui/layout/notice'
import { undoDecisionAction } from '../actions'
import type { BatchView } from '../view'
import { ActionForm } from '@/ui/forms/action-form'

/** What the last decision or its undoing came to, with the way back. */
export async function DecidedNotice({ batchId, view }: { batchId: string; view: BatchView }) {
  const t = await getTranslations('results')
  if (view.undone !== undefined)
    return (
      <Notice tone="note" live>
        {t('queue.undone', { others: view.undone })}
      </Notice>
    )
  if (view.several !== undefined)
    return (
      <Notice tone="done" live>
        {t('likely.decided', { rows: view.several, others: view.others ?? 0 })}
      </Notice>
    )
  if (view.decided === undefined) return null
  return (
    <Notice tone="done" live>
      <p>{t('queue.decided', { others: view.others ?? 0 })}</p>
      <ActionForm action={undoDecisionAction} refusals={t.raw('refusal')}>
        <input type="hidden" name="batchId" value={batchId} />
        <input type="hidden" name="position" value={view.decided} />
        <button type="submit" className="button">
          {t('queue.undo')}
        </button>
      </ActionForm>
    </Notice>
  )
}
