import { getTranslations } from 'next-intl/server'
import { cancelBatchAction, confirmBatchAction, rematchBatchAction, retractBatchAction } from '../actions'
import type { BatchShown } from '../queries/batch-page'
import { ActionForm } from '@/ui/forms/action-form'
import { isSignUps } from './batch-progress'

type Action = typeof confirmBatchAction

/** The next step of a batch that was matched: counting it. */
export async function ConfirmBatch({ one }: { one: BatchShown }) {
  const t = await getTranslations('results')
  const rows = one.counts.MATCHED ?? 0
  const words = isSignUps(one) ? 'batch.confirmSignUps' : 'batch.confirm'
  if (one.state !== 'MATCHED') return null
  if (rows === 0) return <p className="my-6 text-ink-2">{t('batch.nothingToWrite')}</p>
  return (
    <div className="my-6">
      <Tool
        one={one}
        action={confirmBatchAction}
        label={t(words, { rows })}
        hint={t(isSignUps(one) ? 'batch.confirmSignUpsHint' : 'batch.confirmHint')}
        tone="button-primary"
      />
    </div>
  )
}

/** Matching anew, beneath the rows. */
export async function Rematch({ one }: { one: BatchShown }) {
  const t = await getTranslations('results')
  if (one.state !== 'MATCHED' && one.state !== 'WRITTEN') return null
  return (
    <div className="mt-8">
      <Tool one={one} action={rematchBatchAction} label={t('batch.rematch')} hint={t('batch.rematchHint')} />
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
