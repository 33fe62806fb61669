import { getTranslations } from 'next-intl/server'
import { batchHref, ROW_STATES } from '../view'

const TONE: Record<string, string> = {
  MATCHED: 'text-indigo',
  WRITTEN: 'text-pine',
  QUEUED: 'text-ochre',
  INVALID: 'text-cinnabar',
}

/** How many rows are what; each number opens its rows. */
export async function StateTabs({
  id,
  counts,
  chosen,
}: {
  id: string
  counts: Record<string, number>
  chosen: string | undefined
}) {
  const t = await getTranslations('results')
  const always = new Set(['QUEUED', counts.WRITTEN ? 'WRITTEN' : 'MATCHED'])
  return (
    <nav aria-label={t('batch.counts')}>
      <ul className="my-4 flex flex-wrap gap-x-8 gap-y-3 border-rule border-y py-4">
        {ROW_STATES.filter((state) => always.has(state) || (counts[state] ?? 0) > 0).map((state) => (
          <li key={state}>
            <a
              href={batchHref(id, { state })}
              className="block min-h-11 no-underline"
              {...(chosen === state ? { 'aria-current': 'true' } : {})}
            >
              <span className={`block text-3xl tabular-nums ${TONE[state] ?? 'text-ink'}`}>{counts[state] ?? 0}</span>
              <span className={chosen === state ? 'font-semibold underline' : 'underline'}>{t(`row.${state}`)}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
