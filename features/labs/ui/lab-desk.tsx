import { getTranslations } from 'next-intl/server'
import type { LabRunView } from '../queries/lab-run-view'
import { cellName } from './cell-label'
import styles from './desk.module.css'
import { DeskForm, type DeskSentences, type DeskStep } from './desk-form'
import { Ledger } from './ledger'

/** The desk of an open run: ledger pages and the working paper; on a phone one at a time, chosen without a script. */
export async function LabDesk({ run, showsForm }: { run: LabRunView; showsForm: boolean }) {
  const t = await getTranslations('labs')
  const { projects } = run.sheet
  const pages = projects.map(({ id }, index) => ({ id, label: t('desk.tab', { page: index + 1 }) }))
  const views = [...pages, { id: 'form', label: t('desk.form') }]
  return (
    <div className={styles.desk}>
      {views.map(({ id, label }, index) => (
        <input
          key={id}
          id={`view-${id}`}
          className={styles.switch}
          type="radio"
          name="lab-view"
          aria-label={label}
          defaultChecked={showsForm ? id === 'form' : index === 0}
        />
      ))}
      <div className={styles.tabs}>
        {views.map(({ id, label }) => (
          <label key={id} className={styles.tab} htmlFor={`view-${id}`}>
            {label}
          </label>
        ))}
      </div>
      <div className={styles.panels}>
        {projects.map((project, index) => (
          <section key={project.id} className={styles.panel}>
            <Ledger project={project} page={index + 1} pages={projects.length} />
          </section>
        ))}
        <section className={styles.panel} aria-labelledby="working-paper">
          <h2 id="working-paper" className="text-lg">
            {t('desk.form')}
          </h2>
          <p className="text-ink-2 text-sm">{t('desk.task')}</p>
          <p className="hidden text-ink-2 text-sm lg:block">{t('desk.keys')}</p>
          <DeskForm
            runId={run.id}
            slug={run.slug}
            steps={await deskSteps(run)}
            savedAt={run.savedAt?.toISOString() ?? null}
            sentences={await deskSentences()}
          />
        </section>
      </div>
    </div>
  )
}

async function deskSteps(run: LabRunView): Promise<DeskStep[]> {
  const t = await getTranslations('labs')
  const steps = [...new Set(run.sheet.cells.map((cell) => cell.step))]
  return steps.map((step) => ({
    id: step,
    label: t(`step.${step}`),
    hint: t(`stepHint.${step}`),
    cells: run.sheet.cells
      .filter((cell) => cell.step === step)
      .map(({ id }) => {
        const { key, code } = cellName(run.sheet, id)
        const { value, seq } = run.saved[id] ?? { value: '', seq: 0 }
        return { id, label: t(`cell.${key}`, { code }), value, seq, check: run.checks[id] ?? null }
      }),
  }))
}

async function deskSentences(): Promise<DeskSentences> {
  const t = await getTranslations('labs')
  return {
    saver: { ...(t.raw('saver') as DeskSentences['saver']) },
    verdict: t.raw('verdict') as Record<string, string>,
    path: t.raw('path') as Record<string, string>,
    save: t('desk.save'),
    submit: t('desk.submit'),
    submitHint: t('desk.submitHint'),
  }
}
