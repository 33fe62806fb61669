import { getTranslations } from 'next-intl/server'
import { decideRowsAction } from '../actions'
import type { BatchShown } from '../queries/batch-page'
import type { ShownRow } from '../queries/batch-rows'
import { batchHref } from '../view'
import { ActionForm } from '@/ui/forms/action-form'
import { RowAsRead } from './row-as-read'

/**
 * Waiting rows with one plain suggestion each, written and meant side by side: the officer looks them over, unticks what is wrong and
 * confirms the page.
 */
export async function LikelyQueue({ one }: { one: BatchShown }) {
  const t = await getTranslations('results')
  const back = (
    <a className="inline-flex min-h-11 items-center" href={batchHref(one.id, { state: 'QUEUED' })}>
      {t('likely.back')}
    </a>
  )
  if (one.rows.length === 0)
    return (
      <p className="py-6">
        {t('likely.none')} {back}
      </p>
    )
  return (
    <ActionForm action={decideRowsAction} refusals={t.raw('refusal')} label={t('likely.title')}>
      <input type="hidden" name="batchId" value={one.id} />
      <h2 className="mt-4 text-xl">{t('likely.title')}</h2>
      <p className="mb-2 text-ink-2">{t('likely.lead')}</p>
      <p>{back}</p>
      <table className="cards-table">
        <thead>
          <tr>
            <th scope="col">{t('likely.right')}</th>
            <th scope="col">{t('row.asRead')}</th>
            <th scope="col">{t('row.about')}</th>
          </tr>
        </thead>
        <tbody>
          {one.rows.map((row) => (
            <LikelyRow key={row.position} row={row} />
          ))}
        </tbody>
      </table>
      <p className="mt-4">
        <button type="submit" className="button button-primary">
          {t('likely.confirm')}
        </button>
      </p>
    </ActionForm>
  )
}

async function LikelyRow({ row }: { row: ShownRow }) {
  const t = await getTranslations('results')
  const [candidate] = row.candidates
  const holder = candidate?.card.holders.find(({ personId }) => candidate.personIds.includes(personId))
  if (!candidate || !holder) return null
  const { card, because } = candidate
  return (
    <tr>
      <td data-label={t('likely.right')} className="md:w-24">
        <label className="inline-flex min-h-11 items-center gap-2">
          <input
            className="size-5"
            type="checkbox"
            name="choices[]"
            value={`${row.position} ${card.entryId} ${holder.personId}`}
            defaultChecked
          />
          <span className="sr-only">{t('likely.tick', { row: row.row, name: holder.name })}</span>
        </label>
      </td>
      <th scope="row" className="font-normal md:w-2/5">
        <RowAsRead row={row} />
      </th>
      <td data-label={t('row.about')}>
        <a href={`/manage/roster/${card.entryId}`}>{card.name}</a>
        <span className="block text-ink-2 text-sm">
          {card.place} · <span className="tabular-nums">{card.uscc}</span>
        </span>
        <span className="block">
          {t('row.holder', { seat: t(`seat.${holder.seatKind}`), name: holder.name })}{' '}
          <span className="tabular-nums">{holder.mobile ?? ''}</span>
        </span>
        <span className="block text-ink-2 text-sm">
          {t('queue.alike', { what: because.map((code) => t(`because.${code}`)).join('、') })}
        </span>
      </td>
    </tr>
  )
}
