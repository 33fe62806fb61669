import { getTranslations } from 'next-intl/server'
import { Notice } from '@/ui/layout/notice'
import { setRowAsideAction, undoDecisionAction } from '../actions'
import type { BatchView } from '../view'
import { ActionForm } from '@/ui/forms/action-form'

/** What the last decision, its undoing or a putting aside came to, with the way back. */
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
  const isAside = view.aside !== undefined
  const position = view.aside ?? view.decided
  if (position === undefined) return null
  return (
    <Notice tone="done" live>
      <p>{isAside ? t('queue.asideDone') : t('queue.decided', { others: view.others ?? 0 })}</p>
      <ActionForm action={isAside ? setRowAsideAction : undoDecisionAction} refusals={t.raw('refusal')}>
        <input type="hidden" name="batchId" value={batchId} />
        <input type="hidden" name="position" value={position} />
        <button type="submit" className="button">
          {t(isAside ? 'queue.bringBack' : 'queue.undo')}
        </button>
      </ActionForm>
    </Notice>
  )
}
