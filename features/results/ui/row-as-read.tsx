import { getTranslations } from 'next-intl/server'
import type { ShownRow } from '../queries/batch-rows'

/** A row as it was written, with where it stands. */
export async function RowAsRead({ row }: { row: ShownRow }) {
  const t = await getTranslations('results')
  return (
    <>
      <span className="block text-ink-3 text-sm">
        {row.sheet ? t('row.sheetRow', { sheet: row.sheet, row: row.row }) : t('row.row', { row: row.row })}
      </span>
      <span className="block">{row.enterprise ?? row.uscc ?? '—'}</span>
      <span className="block">
        {row.person ?? '—'} <span className="tabular-nums">{row.mobile ?? ''}</span>
      </span>
      <span className="block text-ink-2 text-sm tabular-nums">
        {[row.happenedOn, row.score === null ? null : t('row.score', { score: row.score })].filter(Boolean).join(' · ')}
      </span>
    </>
  )
}

/** Why a row waits or is not counted, and what is wrong with it. */
export async function RowReasons({ row }: { row: ShownRow }) {
  const t = await getTranslations('results')
  return (
    <>
      {row.reasons.map((reason) => (
        <p key={reason} className="text-ochre text-sm">
          {t(`reason.${reason}`)}
        </p>
      ))}
      <ul>
        {row.problems.map((problem) => (
          <li
            key={`${problem.code}${problem.column}`}
            className={`text-sm ${problem.isWarning ? 'text-ochre' : 'text-cinnabar'}`}
          >
            {problem.column ? <span className="font-medium">{t('row.where', { column: problem.column })}</span> : null}
            {t(`code.${problem.code}`)}
            {problem.found ? (
              <span className="block text-ink-2">{t('row.found', { found: problem.found })}</span>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  )
}
