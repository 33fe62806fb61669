import { getTranslations } from 'next-intl/server'
import { formatYuan } from '@/domain/labs/fen'
import { Notice } from '@/ui/layout/notice'
import { startLabRunAction } from '../actions'
import type { LabRunView } from '../queries/lab-run-view'
import { cellName } from './cell-label'
import { Ledger } from './ledger'
import { StartForm } from './start-form'

/** A submitted run: the score, then what its review may tell. */
export async function LabResultPage({ run }: { run: LabRunView }) {
  const t = await getTranslations('labs')
  const { part, whole, passed } = run.score ?? { part: 0, whole: 0, passed: false }
  const verdict = run.mode === 'PRACTICE' ? 'practice' : passed ? 'passed' : 'failed'
  return (
    <>
      <Notice tone={verdict === 'passed' ? 'done' : 'note'} title={t('result.title')}>
        <p>{t(`result.${verdict}`, { part, whole, percent: run.passPercent })}</p>
        {verdict === 'passed' ? <p>{t('result.recorded')}</p> : null}
      </Notice>
      {run.review === 'weak-steps' ? <WeakSteps steps={run.weakSteps} /> : null}
      {run.truth ? <CellTable run={run} truth={run.truth} /> : null}
      <div className="my-6 flex flex-wrap gap-3">
        {verdict === 'passed' ? null : (
          <StartForm action={startLabRunAction} slug={run.slug} mode={run.mode} label={t('result.again')} isPrimary />
        )}
        {verdict === 'failed' ? (
          <StartForm action={startLabRunAction} slug={run.slug} mode="PRACTICE" label={t('result.practise')} />
        ) : null}
        <a
          className={`button ${verdict === 'passed' ? 'button-primary' : ''}`}
          href={verdict === 'passed' ? '/learn' : `/learn/labs/${run.slug}`}
        >
          {t(verdict === 'passed' ? 'result.learn' : 'result.back')}
        </a>
      </div>
      {run.truth ? <Documents run={run} /> : null}
    </>
  )
}

async function WeakSteps({ steps }: { steps: string[] }) {
  const t = await getTranslations('labs')
  return (
    <section className="my-4">
      <h2 className="text-lg">{t('result.weak')}</h2>
      <ul className="list-disc pl-6">
        {steps.map((step) => (
          <li key={step}>{t(`step.${step}`)}</li>
        ))}
      </ul>
      <p className="mt-2 text-ink-2">{t('result.weakHint')}</p>
    </section>
  )
}

async function CellTable({ run, truth }: { run: LabRunView; truth: Record<string, number> }) {
  const t = await getTranslations('labs')
  return (
    <table className="cards-table my-4">
      <thead>
        <tr>
          <th scope="col">{t('result.cell')}</th>
          <th scope="col" className="number">
            {t('result.yours')}
          </th>
          <th scope="col" className="number">
            {t('result.right')}
          </th>
          <th scope="col">{t('result.verdict')}</th>
          <th scope="col">{t('result.why')}</th>
        </tr>
      </thead>
      <tbody>
        {run.sheet.cells.map(({ id }) => {
          const { key, code } = cellName(run.sheet, id)
          const check = run.checks[id] ?? { id, verdict: 'blank' as const }
          const isRight = check.verdict === 'right'
          return (
            <tr key={id}>
              <th scope="row" className="font-normal">
                {t(`cell.${key}`, { code })}
              </th>
              <td className="number" data-label={t('result.yours')}>
                {run.saved[id]?.value || '—'}
              </td>
              <td className="number" data-label={t('result.right')}>
                {formatYuan(truth[id] ?? 0)}
              </td>
              <td
                className={`whitespace-nowrap ${isRight ? 'text-pine' : 'text-cinnabar'}`}
                data-label={t('result.verdict')}
              >
                <span aria-hidden="true">{isRight ? '✓ ' : '✗ '}</span>
                {t(`verdict.${check.verdict}`)}
              </td>
              <td data-label={t('result.why')}>
                {t(`formula.${key}`)}
                {check.path ? <p className="text-ochre text-sm">{t(`path.${check.path}`)}</p> : null}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

async function Documents({ run }: { run: LabRunView }) {
  const t = await getTranslations('labs')
  const { projects } = run.sheet
  return (
    <details className="my-6">
      <summary className="min-h-11 cursor-pointer">{t('result.sheet')}</summary>
      <div className="mt-3 grid gap-4">
        {projects.map((project, index) => (
          <Ledger key={project.id} project={project} page={index + 1} pages={projects.length} />
        ))}
      </div>
    </details>
  )
}
