import { getTranslations } from 'next-intl/server'
import { decideRowAction } from '../actions'
import type { BatchShown } from '../queries/batch-page'
import type { ShownCandidate, ShownRow } from '../queries/batch-rows'
import type { EntryCard } from '../queries/entry-cards'
import type { BatchView } from '../view'
import { ActionForm } from '@/ui/forms/action-form'

interface CardProps {
  one: BatchShown
  row: ShownRow
  view: BatchView
  candidate: ShownCandidate
}

/** An enterprise a row may be about: where it is, what is alike, and its people, each to be chosen with one tap. */
export async function CandidateCard(props: CardProps) {
  const t = await getTranslations('results')
  const { card, personIds, because } = props.candidate
  const isOpen = props.one.state === 'MATCHED' || props.one.state === 'WRITTEN'
  const likely = personIds.flatMap((id) => card.holders.filter(({ personId }) => personId === id))
  const others = card.holders.filter(({ personId }) => !personIds.includes(personId))
  return (
    <div className="border-rule border-l-2 pl-4">
      <p>
        <a href={`/manage/roster/${card.entryId}`}>{card.name}</a>{' '}
        <span className="text-ink-2 text-sm">
          {card.place} · <span className="tabular-nums">{card.uscc}</span>
        </span>
      </p>
      {because.length > 0 ? (
        <p className="text-ink-2 text-sm">
          {t('queue.alike', { what: because.map((code) => t(`because.${code}`)).join('、') })}
        </p>
      ) : null}
      {isOpen ? <Holders {...props} holders={likely.length > 0 ? likely : others} /> : null}
      {isOpen && likely.length > 0 && others.length > 0 ? (
        <details>
          <summary className="flex min-h-11 cursor-pointer items-center text-indigo text-sm">
            {t('queue.otherHolders', { count: others.length })}
          </summary>
          <Holders {...props} holders={others} />
        </details>
      ) : null}
      {card.holders.length === 0 ? (
        <p className="text-sm">
          <a className="inline-flex min-h-11 items-center" href={`/manage/roster/${card.entryId}`}>
            {t('queue.fillSeat', { enterprise: card.name })}
          </a>
        </p>
      ) : null}
    </div>
  )
}

function Holders({ holders, ...props }: CardProps & { holders: EntryCard['holders'] }) {
  return (
    <ul className="mt-1 flex flex-wrap gap-2">
      {holders.map((holder) => (
        <li key={`${holder.personId}${holder.seatKind}`}>
          <Choose {...props} holder={holder} />
        </li>
      ))}
    </ul>
  )
}

async function Choose({ one, row, view, candidate, holder }: CardProps & { holder: EntryCard['holders'][number] }) {
  const t = await getTranslations('results')
  return (
    <ActionForm action={decideRowAction} refusals={t.raw('refusal')}>
      <input type="hidden" name="batchId" value={one.id} />
      <input type="hidden" name="position" value={row.position} />
      <input type="hidden" name="entryId" value={candidate.card.entryId} />
      <input type="hidden" name="personId" value={holder.personId} />
      {view.after === undefined ? null : <input type="hidden" name="after" value={view.after} />}
      <button type="submit" className="button">
        {t('queue.choose', { name: holder.name, seat: t(`seat.${holder.seatKind}`) })}
        {holder.mobile ? <span className="ml-1 text-sm tabular-nums">{holder.mobile}</span> : null}
      </button>
    </ActionForm>
  )
}
