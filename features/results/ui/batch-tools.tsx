import { getTranslations } from 'next-intl/server'
import { cancelBatchAction, confirmBatchAction, rematchBatchAction, retractBatchAction } from '../actions'
import type { BatchShown } from '../queries/batch-page'
import { ActionForm } from './action-form'
import { isSignUps } from './batch-progress'

type Action = typeof confirmBatchAction

/** What can be done with the whole batch now; at most one of it is the next step. */
export async function BatchTools({ one }: { one: BatchShown }) {
  const t = await getTranslations('results')
  const rows = one.counts.MATCHED ?? 0
  const words = isSignUps(one) ? 'batch.confirmSignUps' : 'batch.confirm'
  return (
    <div className="my-6 grid gap-4">
      {one.state === 'MATCHED' ? (
        rows > 0 ? (
          <Tool
            one={one}
            action={confirmBatchAction}
            label={t(words, { rows })}
            hint={t(isSignUps(one) ? 'batch.confirmSignUpsHint' : 'batch.confirmHint')}
            tone="button-primary"
          />
        ) : (
          <p className="text-ink-2">{t('batch.nothingToWrite')}</p>
        )
      ) : null}
      {one.state === 'MATCHED' || one.state === 'WRITTEN' ? (
        <Tool one={one} action={rematchBatchAction} label={t('batch.rematch')} hint={t('batch.rematchHint')} />
      ) : null}
    </div>
  )
}

/** Giving a batch up, or taking it back: at the foot of the page. */
export async function BatchEnding({ one }: { one: BatchShown }) {
  const t = await getTranslations('results')
  const mayCancel =
    !one.isWritten && ['UPLOADED', 'READING', 'READ', 'MATCHING', 'MATCHED', 'REFUSED'].includes(one.state)
  if (mayCancel) return <Tool one={one} action={cancelBatchAction} label={t('batch.cancel')} tone="button-danger" />
  if (one.state !== 'WRITTEN') return null
  return (
    <Tool
      one={one}
      action={retractBatchAction}
      label={t('batch.retract')}
      hint={t('batch.retractHint')}
      tone="button-danger"
    />
  )
}

async function Tool(props: { one: BatchShown; action: Action; label: string; hint?: string; tone?: string }) {
  const t = await getTranslations('results')
  return (
    <ActionForm action={props.action} refusals={t.raw('refusal')}>
      <input type="hidden" name="batchId" value={props.one.id} />
      {props.hint ? <p className="mb-2 text-ink-2">{props.hint}</p> : null}
      <button type="submit" className={`button ${props.tone ?? ''}`}>
        {props.label}
      </button>
    </ActionForm>
  )
}
