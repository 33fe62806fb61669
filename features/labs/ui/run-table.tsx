import { getFormatter, getTranslations } from 'next-intl/server'
import { labRunPath } from '../lab-run-row'
import type { LabRunLine } from '../queries/my-lab-runs'

/** The actor's runs of a lab, newest first. */
export async function RunTable({ slug, runs }: { slug: string; runs: LabRunLine[] }) {
  const t = await getTranslations('labs')
  const format = await getFormatter()
  return (
    <section aria-labelledby="runs">
      <h2 id="runs" className="mb-2 text-lg">
        {t('history')}
      </h2>
      <ul>
        {runs.map((run) => (
          <li key={run.id} className="flex flex-wrap items-center gap-x-4 border-rule border-b py-1">
            <span>{t('run.no', { no: run.no })}</span>
            <span>{t(`mode.${run.mode}`)}</span>
            <span className="text-ink-2">{t(`run.${stateOf(run)}`)}</span>
            {run.cellsAsked ? (
              <span>{t('run.score', { part: run.cellsRight ?? 0, whole: run.cellsAsked })}</span>
            ) : null}
            <span className="text-ink-2 text-sm">
              {format.dateTime(run.submittedAt ?? run.startedAt, { dateStyle: 'medium', timeStyle: 'short' })}
            </span>
            <a className="ml-auto inline-flex min-h-11 items-center" href={labRunPath(slug, run.id)}>
              {t('run.open')}
              <span className="sr-only"> {t('run.no', { no: run.no })}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

function stateOf(run: LabRunLine): 'OPEN' | 'ABANDONED' | 'passed' | 'notYet' | 'practised' {
  if (run.state !== 'SUBMITTED') return run.state
  if (run.mode === 'PRACTICE') return 'practised'
  return run.passed ? 'passed' : 'notYet'
}
