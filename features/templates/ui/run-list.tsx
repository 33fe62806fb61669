import { getFormatter, getTranslations } from 'next-intl/server'
import type { ShownRun } from '../queries/template-page'

/** What the officer has had filled with a template: progress, who was left out and why, the download. */
export async function RunList({ runs, purpose }: { runs: readonly ShownRun[]; purpose: 'LETTER' | 'ATTENDANCE' }) {
  const t = await getTranslations('templates')
  const format = await getFormatter()
  if (runs.length === 0) return <p className="text-ink-2">{t('run.none')}</p>
  return (
    <ul>
      {runs.map((run) => (
        <li key={run.id} className="border-rule border-b py-3">
          <p className="flex flex-wrap items-baseline gap-x-4">
            <strong>{run.area}</strong>
            <time className="text-ink-3 text-sm" dateTime={run.createdAt.toISOString()}>
              {format.dateTime(run.createdAt, { dateStyle: 'medium', timeStyle: 'short' })}
            </time>
            <span className="tabular-nums" role="status">
              {run.state === 'REFUSED'
                ? t(`refusal.${run.refusal ?? 'invalid'}`)
                : t(`run.state.${run.state === 'RUNNING' && run.total === 0 ? 'PREPARING' : run.state}`, {
                    done: run.done,
                    total: run.total,
                  })}
            </span>
          </p>
          {run.state === 'DONE' ? (
            <a className="button mt-2" href={`/manage/templates/runs/${run.id}`}>
              {t('run.download', { count: run.done })}
            </a>
          ) : null}
          <ul className="mt-1 text-ink-2 text-sm">
            {run.masked > 0 ? <li>{t('run.masked', { count: run.masked })}</li> : null}
            {run.beyond > 0 ? <li>{t('run.beyond', { count: run.beyond })}</li> : null}
            {purpose === 'LETTER' && run.linkless > 0 ? <li>{t('run.linkless', { count: run.linkless })}</li> : null}
          </ul>
        </li>
      ))}
    </ul>
  )
}
