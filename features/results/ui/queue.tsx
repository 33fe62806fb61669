import { getTranslations } from 'next-intl/server'
import { setRowAsideAction } from '../actions'
import type { BatchShown } from '../queries/batch-page'
import type { ShownRow } from '../queries/batch-rows'
import { batchHref, type BatchView } from '../view'
import { ActionForm } from '@/ui/forms/action-form'
import { CandidateCard } from './candidate-card'
import { RowAsRead, RowReasons } from './row-as-read'

const SIDE_BY_SIDE = 2

/** Rows that wait: each as read, beside whom it may be about, to be chosen with one tap. */
export async function Queue({ one, view }: { one: BatchShown; view: BatchView }) {
  const t = await getTranslations('results')
  return (
    <>
      <p className="flex flex-wrap gap-x-6">
        <a className="inline-flex min-h-11 items-center" href={batchHref(one.id, { state: 'QUEUED', likely: '1' })}>
          {t('likely.open')}
        </a>
        <a className="inline-flex min-h-11 items-center" href={`/manage/results/${one.id}/queue`}>
          {t('queue.export')}
        </a>
      </p>
      <ol>
        {one.rows.map((row) => (
          <li key={row.position} id={`row-${row.position}`} className="border-rule border-b py-4">
            <QueuedRow one={one} row={row} view={view} />
          </li>
        ))}
      </ol>
    </>
  )
}

async function QueuedRow({ one, row, view }: { one: BatchShown; row: ShownRow; view: BatchView }) {
  const t = await getTranslations('results')
  const isSearched = view.row === row.position && view.search !== ''
  return (
    <div className="md:grid md:grid-cols-3 md:gap-6">
      <div>
        <RowAsRead row={row} />
        <RowReasons row={row} />
      </div>
      <div className="mt-3 md:col-span-2 md:mt-0">
        {row.card ? <VacantSeat row={row} /> : null}
        <Candidates one={one} row={row} view={view} />
        {row.candidates.length === 0 ? <p className="text-ink-2">{t('queue.noCandidate')}</p> : null}
        {isSearched ? <Found one={one} row={row} view={view} /> : null}
        <RowTools one={one} row={row} view={view} isSearched={isSearched} />
      </div>
    </div>
  )
}

/** The likeliest two side by side, the others when asked for. */
async function Candidates(props: { one: BatchShown; row: ShownRow; view: BatchView }) {
  const t = await getTranslations('results')
  const { candidates } = props.row
  const [first, others] = [candidates.slice(0, SIDE_BY_SIDE), candidates.slice(SIDE_BY_SIDE)]
  const cards = (list: typeof candidates) => (
    <ul className="grid gap-3 md:grid-cols-2">
      {list.map((candidate) => (
        <li key={candidate.card.entryId}>
          <CandidateCard {...props} candidate={candidate} />
        </li>
      ))}
    </ul>
  )
  if (others.length === 0) return cards(first)
  return (
    <>
      {cards(first)}
      <details>
        <summary className="flex min-h-11 cursor-pointer items-center text-indigo">
          {t('queue.more', { count: others.length })}
        </summary>
        {cards(others)}
      </details>
    </>
  )
}

/** The enterprise is certain and nobody there fits: the way to its page, where seats are filled. */
async function VacantSeat({ row: { card, reasons } }: { row: ShownRow }) {
  const t = await getTranslations('results')
  if (!card || !reasons.some((reason) => reason === 'person-unknown' || reason === 'seat-vacant')) return null
  return (
    <p className="mb-2">
      {t('queue.notOnRoster')}{' '}
      <a className="inline-flex min-h-11 items-center" href={`/manage/roster/${card.entryId}`}>
        {t('queue.fillSeat', { enterprise: card.name })}
      </a>
    </p>
  )
}

async function Found({ one, row, view }: { one: BatchShown; row: ShownRow; view: BatchView }) {
  const t = await getTranslations('results')
  if (one.found.length === 0) return <p className="mt-3 text-ink-2">{t('queue.nothingFound')}</p>
  return (
    <ul className="mt-3 grid gap-3" aria-label={t('queue.found')}>
      {one.found.map((card) => (
        <li key={card.entryId}>
          <CandidateCard one={one} row={row} view={view} candidate={{ card, personIds: [], because: [] }} />
        </li>
      ))}
    </ul>
  )
}

async function RowTools(props: { one: BatchShown; row: ShownRow; view: BatchView; isSearched: boolean }) {
  const { one, row, view } = props
  const t = await getTranslations('results')
  return (
    <div className="mt-3 flex flex-wrap items-start gap-3">
      <details open={props.isSearched}>
        <summary className="flex min-h-11 cursor-pointer items-center text-indigo">{t('queue.other')}</summary>
        <form
          method="get"
          action={`/manage/results/${one.id}#row-${row.position}`}
          className="flex flex-wrap items-end gap-2"
        >
          <input type="hidden" name="state" value="QUEUED" />
          <input type="hidden" name="row" value={row.position} />
          {view.after === undefined ? null : <input type="hidden" name="after" value={view.after} />}
          <label className="block text-sm">
            {t('queue.search')}
            <input
              className="input"
              name="search"
              minLength={2}
              maxLength={60}
              required
              defaultValue={props.isSearched ? view.search : ''}
            />
          </label>
          <button type="submit" className="button">
            {t('queue.searchDo')}
          </button>
        </form>
      </details>
      <ActionForm action={setRowAsideAction} refusals={t.raw('refusal')}>
        <input type="hidden" name="batchId" value={one.id} />
        {view.after === undefined ? null : <input type="hidden" name="after" value={view.after} />}
        <input type="hidden" name="position" value={row.position} />
        <button type="submit" className="button">
          {t('queue.aside')}
        </button>
      </ActionForm>
    </div>
  )
}
