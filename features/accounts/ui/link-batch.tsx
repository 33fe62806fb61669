import { getTranslations } from 'next-intl/server'
import { MOST_LETTERS } from '../commands/links-for-sending'
import type { LinkView } from '../queries/link-list'
import { viewFields } from './view-query'

/** Sends a whole view: the list for an SMS platform, and letters in batches. Plain form posts that answer with a file. */
export async function LinkBatch({
  view,
  sendable,
  withoutMobile,
  mayExport,
}: {
  view: LinkView
  sendable: number
  withoutMobile: number
  mayExport: boolean
}) {
  const t = await getTranslations('links.manage')
  const offsets = Array.from(
    { length: Math.min(50, Math.ceil(sendable / MOST_LETTERS)) },
    (_, index) => index * MOST_LETTERS,
  )
  const hidden = Object.entries(viewFields(view)).map(([name, value]) => (
    <input key={name} type="hidden" name={name} value={value} />
  ))
  return (
    <section className="mt-8 border-rule border-t pt-4">
      <h2 className="text-lg">{t('batch')}</h2>
      {sendable === 0 ? <p className="mt-2 text-ink-2">{t('exportNone')}</p> : null}
      {sendable > 0 && mayExport ? (
        <form action="/manage/links/sheet" method="post" className="mt-3">
          {hidden}
          <label className="mb-2 flex min-h-11 items-center gap-2 text-sm">
            <input className="size-5" type="checkbox" name="again" />
            {t('again')}
          </label>
          <button type="submit" className="button">
            {t('export')}
          </button>
          <p className="mt-1 text-ink-2 text-sm">
            {t('exportNote', { count: sendable })}
            {withoutMobile > 0 ? ` ${t('exportLeftOut', { count: withoutMobile })}` : ''}
          </p>
        </form>
      ) : null}
      <p className="mt-2">
        <a
          href={`/manage/links/sheet-layout${view.region ? `?region=${encodeURIComponent(view.region)}` : ''}`}
          className="inline-flex min-h-11 items-center"
        >
          {t('layout')}
        </a>
      </p>
      {sendable > 0 ? (
        <form action="/manage/links/letters" method="post" className="mt-4">
          {hidden}
          <div className="flex flex-wrap gap-2">
            {offsets.map((offset) => (
              <button key={offset} type="submit" name="offset" value={offset} className="button">
                {t('letters', { from: offset + 1, to: Math.min(sendable, offset + MOST_LETTERS) })}
              </button>
            ))}
          </div>
          <p className="mt-1 text-ink-2 text-sm">{t('lettersNote')}</p>
        </form>
      ) : null}
    </section>
  )
}
