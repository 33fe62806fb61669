import { getTranslations } from 'next-intl/server'
import type { LabTexts } from '@/server/content/lab-schema'
import type { LabRunView } from '../queries/lab-run-view'
import { Calculator } from './calculator'
import styles from './desk.module.css'
import { deskCells, deskParts, deskSentences } from './desk-data'
import { DeskForm } from './desk-form'
import { PaperStack, type StackWords } from './paper-stack'

/** The desk of an open run: documents and the form; on a phone one at a time, chosen without a script. */
export async function LabDesk({ run, texts, showsForm }: { run: LabRunView; texts: LabTexts; showsForm: boolean }) {
  const t = await getTranslations('labs')
  const views = [
    { id: 'papers', label: t('desk.papers') },
    { id: 'form', label: t('desk.form') },
  ]
  return (
    <div className={styles.desk}>
      {views.map(({ id, label }) => (
        <input
          key={id}
          id={`view-${id}`}
          className={styles.switch}
          type="radio"
          name="lab-view"
          aria-label={label}
          defaultChecked={(id === 'form') === showsForm}
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
        <section className={styles.panel} aria-labelledby="papers">
          <h2 id="papers" className="sr-only">
            {t('desk.papers')}
          </h2>
          <PaperStack runId={run.id} papers={run.sheet.papers} words={await stackWords()} />
        </section>
        <section className={styles.panel} aria-labelledby="working-paper">
          <h2 id="working-paper" className="text-lg">
            {t('desk.form')}
          </h2>
          <p className="text-ink-2 text-sm print:hidden">{t('desk.task')}</p>
          <p className="hidden text-ink-2 text-sm lg:block print:hidden">{t('desk.keys')}</p>
          <DeskForm
            runId={run.id}
            slug={run.slug}
            parts={deskParts(run, texts)}
            cells={await deskCells(run, texts)}
            savedAt={run.savedAt?.toISOString() ?? null}
            sentences={await deskSentences(run, texts)}
          />
          <Calculator words={t.raw('calculator') as Parameters<typeof Calculator>[0]['words']} />
        </section>
      </div>
    </div>
  )
}

/** The words of the stack of documents. */
export async function stackWords(): Promise<StackWords> {
  const t = await getTranslations('labs')
  return t.raw('stack') as StackWords
}
