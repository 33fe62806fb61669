import { getTranslations } from 'next-intl/server'
import { setRowAsideAction, undoDecisionAction } from '../actions'
import type { BatchShown } from '../queries/batch-page'
import type { ShownRow } from '../queries/batch-rows'
import { ActionForm } from '@/ui/forms/action-form'
import { RowAsRead, RowReasons } from './row-as-read'

/** Rows that ask for nothing: as read, whom they are about and by what that was found. */
export async function RowTable({ one }: { one: BatchShown }) {
  const t = await getTranslations('results')
  return (
    <table className="cards-table">
      <thead>
        <tr>
          <th scope="col">{t('row.asRead')}</th>
          <th scope="col">{t('row.about')}</th>
          <th scope="col">{t('row.outcome')}</th>
        </tr>
      </thead>
      <tbody>
        {one.rows.map((row) => (
          <tr key={row.position}>
            <th scope="row" className="font-normal md:w-1/3">
              <RowAsRead row={row} />
            </th>
            <td data-label={t('row.about')} className="md:w-1/3">
              <About row={row} />
            </td>
            <td data-label={t('row.outcome')}>
              <strong>{t(`row.${row.state}`)}</strong>
              {row.how ? <span className="block text-ink-2 text-sm">{t(`how.${row.how}`)}</span> : null}
              <RowReasons row={row} />
              <RowActions one={one} row={row} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

async function About({ row: { card, personId } }: { row: ShownRow }) {
  const t = await getTranslations('results')
  if (!card || !personId) return '—'
  const holder = card.holders.find((one) => one.personId === personId)
  return (
    <>
      <a href={`/manage/roster/${card.entryId}`}>{card.name}</a>
      <span className="block text-ink-2 text-sm">{card.place}</span>
      {holder ? (
        <span className="block">
          {t('row.holder', { seat: t(`seat.${holder.seatKind}`), name: holder.name })}{' '}
          <span className="text-ink-2 tabular-nums">{holder.mobile ?? ''}</span>
        </span>
      ) : null}
    </>
  )
}

async function RowActions({ one, row }: { one: BatchShown; row: ShownRow }) {
  const t = await getTranslations('results')
  const isOpen = one.state === 'MATCHED' || one.state === 'WRITTEN'
  const isDecided = row.how === 'decided'
  if (!isOpen || !(isDecided || row.state === 'SET_ASIDE')) return null
  return (
    <ActionForm
      action={isDecided ? undoDecisionAction : setRowAsideAction}
      refusals={t.raw('refusal')}
      className="mt-2"
    >
      <input type="hidden" name="batchId" value={one.id} />
      <input type="hidden" name="position" value={row.position} />
      <button type="submit" className="button">
        {t(isDecided ? 'queue.undo' : 'queue.bringBack')}
      </button>
    </ActionForm>
  )
}
