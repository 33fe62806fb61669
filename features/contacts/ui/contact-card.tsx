import { getTranslations } from 'next-intl/server'
import { OUTCOMES } from '@/domain/contacts/outcomes'
import { missingSentence, type TitleOf } from '@/domain/rates/missing-sentence'
import { CopyButton } from '@/ui/forms/copy-button'
import { asFormHandler } from '@/ui/forms/form-handler'
import { recordContactAction } from '../actions'
import type { TodaysEnterprise, ToContact } from '../queries/todays-contacts'

/** An enterprise to ring up: why, whom, what is open, a text to send, and what came of it in one tap. */
export async function ContactCard({ one, titleOf }: { one: TodaysEnterprise; titleOf: TitleOf }) {
  const t = await getTranslations('contacts')
  return (
    <li className="border-rule border-b py-5">
      <p className="text-ink-3 text-sm">
        {t(`why.${one.why}`)} · {one.place}
      </p>
      <h2 className="text-lg">
        <a href={`/manage/roster/${one.entryId}`}>{one.name}</a>
      </h2>
      {one.lastNote ? <p className="text-ink-2 text-sm">{t('lastNote', { note: one.lastNote })}</p> : null}
      <ul className="my-2">
        {one.seats.map((seat) => (
          <Seat key={seat.seatId} seat={seat} enterprise={one.name} titleOf={titleOf} />
        ))}
      </ul>
      <form action={asFormHandler(recordContactAction)}>
        <input type="hidden" name="entryId" value={one.entryId} />
        <label className="mb-2 block text-sm">
          {t('note')}
          <input className="input" name="note" maxLength={200} />
        </label>
        <div className="flex flex-wrap gap-2">
          {OUTCOMES.map((outcome) => (
            <button key={outcome} type="submit" name="outcome" value={outcome} className="button">
              {t(`outcome.${outcome}`)}
            </button>
          ))}
        </div>
      </form>
    </li>
  )
}

async function Seat({ seat, enterprise, titleOf }: { seat: ToContact; enterprise: string; titleOf: TitleOf }) {
  const [t, rates] = await Promise.all([getTranslations('contacts'), getTranslations('rates')])
  const kind = rates(`seat.${seat.kind}`)
  if (seat.name === null) return <li className="py-1">{t('vacant', { kind })}</li>
  const text = t(seat.link ? 'textWithLink' : 'text', {
    name: seat.name,
    enterprise,
    todo: seat.todo,
    link: seat.link ?? '',
  })
  return (
    <li className="py-2">
      <p className="flex flex-wrap items-center gap-x-3">
        <span>
          {kind} {seat.name}
        </span>
        {seat.mobile ? (
          <a className="inline-flex min-h-11 items-center tabular-nums" href={`tel:${seat.mobile}`}>
            {t('dial', { mobile: seat.mobile })}
          </a>
        ) : (
          <span className="text-ink-3">{t('noMobile')}</span>
        )}
      </p>
      <p className="text-ink-2 text-sm">
        {seat.missing.map((code) => missingSentence(code, rates, titleOf)).join('；')}
      </p>
      <details className="text-sm">
        <summary className="min-h-11 cursor-pointer py-2">{t('message')}</summary>
        <p className="mb-2 whitespace-pre-wrap break-words border-rule border-l-2 pl-3">{text}</p>
        <div className="flex flex-wrap gap-2">
          <CopyButton text={text} label={t('copy')} done={t('copied')} />
          {seat.link || !seat.holdingId ? null : (
            <a className="button" href={`/manage/links/${seat.holdingId}`}>
              {t('issue')}
            </a>
          )}
        </div>
      </details>
    </li>
  )
}
