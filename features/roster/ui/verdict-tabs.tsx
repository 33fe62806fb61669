import { getTranslations } from 'next-intl/server'
import { VERDICTS } from '../view'

const TONE: Record<string, string> = {
  NEW: 'text-pine',
  CHANGED: 'text-indigo',
  CONFLICT: 'text-ochre',
  INVALID: 'text-cinnabar',
  LEFT: 'text-ochre',
}

/** The counts of a dry run; each number opens its rows. */
export async function VerdictTabs({
  base,
  counts,
  chosen,
}: {
  base: string
  counts: Record<string, number>
  chosen: string | undefined
}) {
  const t = await getTranslations('roster')
  const shown = VERDICTS.filter((verdict) => verdict !== 'LEFT' || (counts.LEFT ?? 0) > 0)
  return (
    <nav aria-label={t('import.counts')}>
      <ul className="my-4 flex flex-wrap gap-x-8 gap-y-3 border-rule border-y py-4">
        {shown.map((verdict) => (
          <li key={verdict}>
            <a
              href={`${base}?verdict=${verdict}`}
              className="block no-underline"
              {...(chosen === verdict ? { 'aria-current': 'true' } : {})}
            >
              <span className={`block text-3xl tabular-nums ${TONE[verdict] ?? 'text-ink'}`}>
                {counts[verdict] ?? 0}
              </span>
              <span className={chosen === verdict ? 'font-semibold underline' : 'underline'}>
                {t(`verdict.${verdict}`)}
              </span>
            </a>
          </li>
        ))}
        <li className="self-end text-sm">
          <a href={base} className="inline-flex min-h-11 items-center">
            {t('verdict.ALL')}
          </a>{' '}
          ·{' '}
          <a href={`${base}?verdict=WARNING`} className="inline-flex min-h-11 items-center">
            {t('verdict.WARNING')}
          </a>
          <span className="block text-ink-3">{t('import.perEnterprise')}</span>
        </li>
      </ul>
    </nav>
  )
}
