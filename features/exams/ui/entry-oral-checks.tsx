import { getTranslations } from 'next-intl/server'
import type { AskableHead } from '../queries/askable-heads'
import type { OralCheckLine } from '../queries/oral-check-list'
import { OralCheckTable } from './oral-check-table'

/** On the page of an enterprise: whom to ask in person, and what was asked so far. */
export async function EntryOralChecks({
  heads,
  checks,
}: {
  heads: readonly AskableHead[]
  checks: readonly OralCheckLine[]
}) {
  const t = await getTranslations('oral.entry')
  if (heads.length === 0 && checks.length === 0) return null
  return (
    <section aria-labelledby="entry-oral" className="mb-10">
      <h2 id="entry-oral" className="mb-2 text-xl">
        {t('title')}
      </h2>
      <p className="text-ink-2">{t('lead')}</p>
      {heads.length > 0 ? (
        <p className="my-3 flex flex-wrap gap-3">
          {heads.map((head) => (
            <a key={head.holdingId} className="button" href={`/manage/in-person/ask/${head.holdingId}`}>
              {t('ask', { name: head.personName })}
            </a>
          ))}
        </p>
      ) : null}
      {checks.length > 0 ? <OralCheckTable checks={checks} label={t('checks')} isOneEntry /> : null}
    </section>
  )
}
