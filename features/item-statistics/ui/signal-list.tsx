import { getFormatter, getTranslations } from 'next-intl/server'
import { asFormHandler } from '@/ui/forms/form-handler'
import { closeSignalAction } from '../actions'
import type { SignalLine } from '../queries/signals'

/** What an officer may ask about, each with a place for what asking brought. */
export async function SignalList({ signals }: { signals: readonly SignalLine[] }) {
  const [t, format] = await Promise.all([getTranslations('author.signals'), getFormatter()])
  return (
    <ul>
      {signals.map((signal) => (
        <li key={signal.id} className="border-rule border-b py-4">
          <p>
            <a href={`/manage/roster/${signal.entryId}`}>{signal.enterprise}</a> · {signal.personName}
            {signal.otherName ? t('and', { name: signal.otherName }) : ''} · <span lang="zh-CN">{signal.exam}</span>
          </p>
          <p>{t(`what.${signal.kind}`, signal.detail)}</p>
          <p className="text-ink-2 text-sm">{t(`ask.${signal.kind}`)}</p>
          {signal.closed ? (
            <p className="mt-1 text-pine">
              {t('closed', { by: signal.closed.by, at: format.dateTime(signal.closed.at, { dateStyle: 'medium' }) })}
              {signal.closed.note}
            </p>
          ) : (
            <form action={asFormHandler(closeSignalAction)} className="mt-2 flex flex-wrap items-end gap-3">
              <input type="hidden" name="signalId" value={signal.id} />
              <label className="block grow text-sm">
                {t('note')}
                <input className="input" name="note" required minLength={2} maxLength={300} />
              </label>
              <button type="submit" className="button">
                {t('close')}
              </button>
            </form>
          )}
        </li>
      ))}
    </ul>
  )
}
