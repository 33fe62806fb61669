import { getTranslations } from 'next-intl/server'
import { StatusMark } from '@/ui/layout/status-mark'
import type { RoundEntry, RoundPlace } from '../queries/rounds'

/** The places of a round, each with how many of its enterprises were visited. */
export async function RoundPlaces({ places, here }: { places: readonly RoundPlace[]; here: string }) {
  const t = await getTranslations('visits')
  if (places.length === 0) return <p className="text-ink-2">{t('rounds.empty')}</p>
  return (
    <ul className="border-rule border-t">
      {places.map(({ code, name, part, whole }) => (
        <li key={code} className="flex flex-wrap items-center justify-between gap-x-4 border-rule border-b py-1">
          <a className="inline-flex min-h-11 items-center" href={`${here}?place=${code}`}>
            {name}
          </a>
          <span className="text-ink-2 tabular-nums">{t('rounds.counts', { part, whole })}</span>
        </li>
      ))}
    </ul>
  )
}

/** The enterprises of one place, those still to visit first. */
export async function RoundEntries({ entries }: { entries: readonly RoundEntry[] }) {
  const t = await getTranslations('visits')
  if (entries.length === 0) return <p className="text-ink-2">{t('rounds.empty')}</p>
  return (
    <ul className="border-rule border-t">
      {entries.map(({ entryId, enterprise, visitedOn, isConfirmed }) => (
        <li key={entryId} className="flex flex-wrap items-center justify-between gap-x-4 border-rule border-b py-1">
          <a className="inline-flex min-h-11 items-center" href={`/manage/roster/${entryId}`}>
            {enterprise}
          </a>
          {visitedOn ? (
            <StatusMark
              kind={isConfirmed ? 'done' : 'open'}
              label={t(isConfirmed ? 'rounds.confirmed' : 'rounds.visited', { day: visitedOn })}
            />
          ) : (
            <a
              className="button"
              href={`/manage/visits/new/${entryId}`}
              aria-label={t('rounds.recordOf', { record: t('record'), enterprise })}
            >
              {t('record')}
            </a>
          )}
        </li>
      ))}
    </ul>
  )
}
