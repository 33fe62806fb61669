import { getTranslations } from 'next-intl/server'
import { type AskableHead, MOST_HEADS } from '../queries/askable-heads'

/** Finds a head by the name of the enterprise; a plain GET form. */
export async function HeadSearch({ search, heads }: { search: string; heads: readonly AskableHead[] | null }) {
  const t = await getTranslations('oral.search')
  return (
    <section aria-labelledby="find-head" className="mb-10">
      <h2 id="find-head" className="mb-2 text-xl">
        {t('title')}
      </h2>
      <form method="get" className="flex flex-wrap items-end gap-3">
        <label className="block grow sm:max-w-sm">
          <span className="block text-sm">{t('enterprise')}</span>
          <input
            className="input"
            name="search"
            defaultValue={search}
            minLength={2}
            maxLength={40}
            autoComplete="off"
          />
        </label>
        <button type="submit" className="button">
          {t('find')}
        </button>
      </form>
      {heads === null ? <p className="mt-2 text-ink-2 text-sm">{t('hint')}</p> : null}
      {heads?.length === 0 ? <p className="mt-3">{t('none')}</p> : null}
      {heads && heads.length > 0 ? (
        <ul className="mt-3 border-rule border-t">
          {heads.map((head) => (
            <li key={head.holdingId} className="flex items-center gap-4 border-rule border-b py-2">
              <span className="min-w-0 grow">
                {head.enterprise}
                <span className="block text-ink-2 text-sm">
                  {head.countyName ?? ''}
                  {head.leafName} · {t('head', { name: head.personName })}
                </span>
              </span>
              <a className="button shrink-0" href={`/manage/in-person/ask/${head.holdingId}`}>
                {t('ask')}
                <span className="sr-only"> {head.enterprise}</span>
              </a>
            </li>
          ))}
        </ul>
      ) : null}
      {heads && heads.length >= MOST_HEADS ? (
        <p className="mt-2 text-ink-2 text-sm">{t('more', { count: MOST_HEADS })}</p>
      ) : null}
    </section>
  )
}
