import { getTranslations } from 'next-intl/server'
import { addSeatAction, closeSeatAction, endHoldingAction, holdSeatAction, markHoldingAction } from '../actions'
import type { ShownHolding, ShownSeat } from '../queries/entry-page'
import { ActionForm } from '@/ui/forms/action-form'
import { DayInput } from './day-input'

/** The seats of an entry: who holds them, since when, and for whoever may write what can be done. */
export async function EntrySeats({
  entryId,
  seats,
  today,
  mayWrite,
}: {
  entryId: string
  seats: readonly ShownSeat[]
  today: string
  mayWrite: boolean
}) {
  const t = await getTranslations('roster')
  return (
    <section aria-labelledby="seats">
      <h2 id="seats" className="mb-2 text-xl">
        {t('entry.seats')}
      </h2>
      {seats.map((seat) => (
        <SeatBlock key={seat.seatId} entryId={entryId} seat={seat} today={today} mayWrite={mayWrite} />
      ))}
      {mayWrite ? <AddSeat entryId={entryId} today={today} /> : null}
    </section>
  )
}

async function AddSeat({ entryId, today }: { entryId: string; today: string }) {
  const t = await getTranslations('roster')
  return (
    <details className="py-2">
      <summary className="min-h-11 cursor-pointer py-2 text-indigo">{t('entry.addSeat')}</summary>
      <ActionForm action={addSeatAction} refusals={t.raw('refusal')} className="flex flex-wrap items-end gap-3">
        <input type="hidden" name="entryId" value={entryId} />
        <label className="block text-sm">
          {t('entry.post')}
          <input className="input" name="post" maxLength={60} />
        </label>
        <DayInput name="fromOn" label={t('entry.from')} today={today} />
        <button className="button" type="submit">
          {t('entry.addDo')}
        </button>
      </ActionForm>
    </details>
  )
}

async function SeatBlock(props: { entryId: string; seat: ShownSeat; today: string; mayWrite: boolean }) {
  const { entryId, seat, today, mayWrite } = props
  const t = await getTranslations('roster')
  const { holder } = seat
  return (
    <div className="border-rule border-t py-3">
      <p>
        <strong>{t(`entry.${seat.kind}`)}</strong>
        {seat.post ? ` · ${seat.post}` : ''}
        {seat.toOn ? <span className="text-ink-3"> · {t('entry.closed', { day: seat.toOn })}</span> : null}
      </p>
      {holder ? <HolderLine holder={holder} /> : seat.toOn ? null : <p className="text-ochre">{t('entry.vacant')}</p>}
      {seat.past.length > 0 ? (
        <details>
          <summary className="min-h-11 cursor-pointer py-2 text-ink-2 text-sm">{t('entry.past')}</summary>
          <ul className="text-ink-2 text-sm">
            {seat.past.map((past) => (
              <li key={past.holdingId}>
                {past.name} {t('entry.period', { from: past.fromOn, to: past.toOn ?? '' })}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      {seat.toOn || !mayWrite ? null : <SeatForms entryId={entryId} seat={seat} today={today} />}
    </div>
  )
}

async function HolderLine({ holder }: { holder: ShownHolding }) {
  const t = await getTranslations('roster')
  return (
    <p>
      {holder.name} <span className="tabular-nums">{holder.mobile ?? ''}</span>{' '}
      <span className="text-ink-2">{t('entry.since', { day: holder.fromOn })}</span>
      {holder.delegation ? <span className="text-ochre"> · {t(`entry.${holder.delegation}`)}</span> : null}
      <span className="block text-ink-3 text-sm">
        {holder.mobile
          ? holder.mobileSource
            ? t('entry.mobileFrom', { source: holder.mobileSource })
            : ''
          : t('entry.noMobile')}
      </span>
    </p>
  )
}

async function SeatForms({ entryId, seat, today }: { entryId: string; seat: ShownSeat; today: string }) {
  const t = await getTranslations('roster')
  const refusals = t.raw('refusal')
  const { holder } = seat
  return (
    <div className="flex flex-wrap gap-x-6">
      <details>
        <summary className="min-h-11 cursor-pointer py-2 text-indigo">
          {t(holder ? 'entry.replace' : 'entry.fill')}
        </summary>
        <ActionForm action={holdSeatAction} refusals={refusals} className="flex flex-wrap items-end gap-3">
          <input type="hidden" name="entryId" value={entryId} />
          <input type="hidden" name="seatId" value={seat.seatId} />
          <label className="block text-sm">
            {t('entry.name')}
            <input className="input" name="name" required maxLength={60} autoComplete="off" />
          </label>
          <label className="block text-sm">
            {t('entry.mobile')}
            <input className="input" name="mobile" type="tel" maxLength={30} autoComplete="off" />
          </label>
          <Delegation kind={seat.kind} />
          <DayInput name="fromOn" label={t('entry.from')} today={today} />
          <button className="button" type="submit">
            {t('entry.hold')}
          </button>
        </ActionForm>
      </details>
      {holder ? (
        <>
          <details>
            <summary className="min-h-11 cursor-pointer py-2 text-indigo">{t('entry.end')}</summary>
            <ActionForm action={endHoldingAction} refusals={refusals} className="flex flex-wrap items-end gap-3">
              <input type="hidden" name="entryId" value={entryId} />
              <input type="hidden" name="holdingId" value={holder.holdingId} />
              <DayInput name="toOn" label={t('entry.until')} today={today} />
              <button className="button button-danger" type="submit">
                {t('entry.endDo')}
              </button>
            </ActionForm>
          </details>
          <details>
            <summary className="min-h-11 cursor-pointer py-2 text-indigo">{t('entry.mark')}</summary>
            <ActionForm action={markHoldingAction} refusals={refusals} className="flex flex-wrap items-end gap-3">
              <input type="hidden" name="entryId" value={entryId} />
              <input type="hidden" name="holdingId" value={holder.holdingId} />
              <Delegation kind={seat.kind} value={holder.delegation} />
              <button className="button" type="submit">
                {t('entry.markDo')}
              </button>
            </ActionForm>
          </details>
        </>
      ) : seat.kind === 'CLERK' ? (
        <details>
          <summary className="min-h-11 cursor-pointer py-2 text-indigo">{t('entry.closeSeat')}</summary>
          <ActionForm action={closeSeatAction} refusals={refusals} className="flex flex-wrap items-end gap-3">
            <input type="hidden" name="entryId" value={entryId} />
            <input type="hidden" name="seatId" value={seat.seatId} />
            <DayInput name="toOn" label={t('entry.until')} today={today} />
            <button className="button button-danger" type="submit">
              {t('entry.closeDo')}
            </button>
          </ActionForm>
        </details>
      ) : null}
    </div>
  )
}

async function Delegation({ kind, value }: { kind: 'HEAD' | 'CLERK'; value?: string | null }) {
  const t = await getTranslations('roster')
  const mark = kind === 'HEAD' ? 'DELEGATED_HEAD' : 'BOOKKEEPING_AGENCY'
  return (
    <label className="block text-sm">
      {t('entry.delegation')}
      <select className="input" name="delegation" defaultValue={value ?? ''}>
        <option value="">{t('entry.none')}</option>
        <option value={mark}>{t(`entry.${mark}`)}</option>
      </select>
    </label>
  )
}
