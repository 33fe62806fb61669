import { getTranslations } from 'next-intl/server'
import { Notice } from '@/ui/layout/notice'
import type { BatchShown } from '../queries/batch-page'
import { LiveRefresh } from './live-refresh'

const RUNNING = ['UPLOADED', 'READING', 'MATCHING', 'WRITING', 'RETRACTING']

/** What is happening with a batch right now, or what became of it. */
export async function BatchProgress({ one, here }: { one: BatchShown; here: string }) {
  const t = await getTranslations('results')
  if (RUNNING.includes(one.state))
    return (
      <>
        <LiveRefresh />
        <Notice live title={t(`state.${one.state}`)}>
          <p className="tabular-nums">{await progress(one)}</p>
          <noscript>
            <a href={here}>{t('batch.reload')}</a>
          </noscript>
        </Notice>
      </>
    )
  if (one.state === 'REFUSED')
    return (
      <Notice tone="stop" live>
        {t(`refusal.${one.refusal ?? 'truncated'}`)}
      </Notice>
    )
  if (one.state === 'WRITTEN')
    return (
      <Notice tone={one.counts.WRITTEN ? 'done' : 'warn'} live>
        {t(isSignUps(one) ? 'batch.writtenSignUps' : 'batch.written', { rows: one.counts.WRITTEN ?? 0 })}
        {one.counts.QUEUED ? <> {t('batch.stillQueued', { rows: one.counts.QUEUED })}</> : null}
      </Notice>
    )
  if (one.state === 'CANCELLED' || one.state === 'RETRACTED')
    return (
      <Notice tone="note" live>
        {t(`batch.${one.state}`)}
      </Notice>
    )
  return null
}

/** Whether the rows are people who signed up, so that nothing of them counts. */
export function isSignUps(one: Pick<BatchShown, 'options'>): boolean {
  return one.options.countsAs?.rates.length === 0
}

async function progress({ state, rowsDone, rowsTotal }: BatchShown): Promise<string> {
  const t = await getTranslations('results')
  if (state === 'MATCHING' && rowsTotal) return t('batch.matching', { done: rowsDone, total: rowsTotal })
  if (state === 'WRITING') return t('batch.writing')
  if (state === 'RETRACTING') return t('batch.retracting')
  return t('batch.reading', { rows: rowsDone })
}
