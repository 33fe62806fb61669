import { getFormatter, getTranslations } from 'next-intl/server'
import { formatCell } from '@/domain/labs/cell-value'
import type { CellSpec, CellValue } from '@/domain/labs/lab-sheet'
import type { LabTexts } from '@/server/content/lab-schema'
import { Notice } from '@/ui/layout/notice'
import { startLabRunAction } from '../actions'
import type { LabRunView } from '../queries/lab-run-view'
import { cellLabel, deskChecks, optionsOf } from './desk-data'
import { stackWords } from './lab-desk'
import { PaperStack } from './paper-stack'
import { StartForm } from './start-form'

/** A submitted run: the score, then what its review may tell. `waitsUntil`: from when the next certifying run may start. */
export async function LabResultPage(props: { run: LabRunView; texts: LabTexts; waitsUntil: Date | null }) {
  const { run, texts } = props
  const t = await getTranslations('labs')
  const { part, whole, passed } = run.score ?? { part: 0, whole: 0, passed: false }
  const verdict = run.mode === 'PRACTICE' ? 'practice' : passed ? 'passed' : 'failed'
  return (
    <>
      <Notice tone={verdict === 'passed' ? 'done' : 'note'} title={t('result.title')}>
        <p>{t(`result.${verdict}`, { part, whole, percent: run.passPercent })}</p>
        {verdict === 'failed' && run.decisive.length > 0 ? (
          <p>{t('start.decisive', { steps: stepNames(run.decisive, texts) })}</p>
        ) : null}
        {verdict === 'passed' ? <p>{t('result.recorded')}</p> : null}
      </Notice>
      {run.review === 'weak-steps' ? <WeakSteps steps={run.weakSteps} texts={texts} /> : null}
      {run.truth ? <CellTable run={run} texts={texts} truth={run.truth} /> : null}
      <NextSteps run={run} verdict={verdict} waitsUntil={props.waitsUntil} />
      {run.truth ? <Documents run={run} /> : null}
    </>
  )
}

/** The names of steps, one after the other. */
export function stepNames(steps: readonly string[], texts: LabTexts): string {
  return steps.map((step) => texts.steps[step]?.label ?? step).join('、')
}

async function NextSteps(props: {
  run: LabRunView
  verdict: 'practice' | 'passed' | 'failed'
  waitsUntil: Date | null
}) {
  const { run, verdict, waitsUntil } = props
  const [t, format] = await Promise.all([getTranslations('labs'), getFormatter()])
  const mustWait = verdict === 'failed' && waitsUntil !== null
  return (
    <>
      {mustWait ? (
        <p>
          {t('start.waitUntil', { time: format.dateTime(waitsUntil, { dateStyle: 'medium', timeStyle: 'short' }) })}
        </p>
      ) : null}
      <div className="my-6 flex flex-wrap gap-3 print:hidden">
        {verdict === 'passed' || mustWait ? null : (
          <StartForm action={startLabRunAction} slug={run.slug} mode={run.mode} label={t('result.again')} isPrimary />
        )}
        {verdict === 'failed' ? (
          <StartForm
            action={startLabRunAction}
            slug={run.slug}
            mode="PRACTICE"
            label={t('result.practise')}
            isPrimary={mustWait}
          />
        ) : null}
        <a
          className={`button ${verdict === 'passed' ? 'button-primary' : ''}`}
          href={verdict === 'passed' ? '/learn' : `/learn/labs/${run.slug}`}
        >
          {t(verdict === 'passed' ? 'result.learn' : 'result.back')}
        </a>
      </div>
    </>
  )
}

async function WeakSteps({ steps, texts }: { steps: string[]; texts: LabTexts }) {
  const t = await getTranslations('labs')
  return (
    <section className="my-4">
      <h2 className="text-lg">{t('result.weak')}</h2>
      <ul className="list-disc pl-6" lang="zh-CN">
        {steps.map((step) => (
          <li key={step}>{texts.steps[step]?.label ?? step}</li>
        ))}
      </ul>
      <p className="mt-2 text-ink-2">{t('result.weakHint')}</p>
    </section>
  )
}

async function CellTable(props: { run: LabRunView; texts: LabTexts; truth: Record<string, CellValue> }) {
  const { run, texts, truth } = props
  const t = await getTranslations('labs')
  const { reasons } = await deskChecks(texts)
  const shown = (spec: CellSpec, text: string) => {
    const words = new Map(optionsOf(spec, texts, t).map(({ id, label }) => [id, label]))
    return words.size === 0
      ? text
      : text
          .split(',')
          .map((id) => words.get(id) ?? id)
          .join('、')
  }
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
        {run.sheet.cells.map((spec) => {
          const check = run.checks[spec.id] ?? { id: spec.id, verdict: 'blank' as const }
          const isRight = check.verdict === 'right'
          const saved = run.saved[spec.id]?.value
          return (
            <tr key={spec.id}>
              <th scope="row" className="font-normal" lang="zh-CN">
                {cellLabel(spec, texts)}
              </th>
              <td className="number" data-label={t('result.yours')}>
                {saved ? shown(spec, saved) : '—'}
              </td>
              <td className="number" data-label={t('result.right')}>
                {shown(spec, formatCell(spec, truth[spec.id] ?? ''))}
              </td>
              <td
                className={`whitespace-nowrap ${isRight ? 'text-pine' : 'text-cinnabar'}`}
                data-label={t('result.verdict')}
              >
                <span aria-hidden="true">{isRight ? '✓ ' : '✗ '}</span>
                {t(`verdict.${check.verdict}`)}
              </td>
              <td data-label={t('result.why')} lang="zh-CN">
                {texts.cells[spec.label.text]?.how}
                {check.path ? <p className="text-ochre text-sm">{reasons[check.path]}</p> : null}
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
  return (
    <details className="my-6">
      <summary className="min-h-11 cursor-pointer">{t('result.sheet')}</summary>
      <div className="mt-3">
        <PaperStack runId={run.id} papers={run.sheet.papers} words={await stackWords()} />
      </div>
    </details>
  )
}
