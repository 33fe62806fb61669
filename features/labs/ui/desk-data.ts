import { getTranslations } from 'next-intl/server'
import { formatYuan } from '@/domain/labs/fen'
import { COMMON_PATHS } from '@/domain/labs/grade'
import type { CellSpec, FormEntry, FormSection } from '@/domain/labs/lab-sheet'
import { YES_NO } from '@/domain/labs/cell-value'
import type { LabTexts } from '@/server/content/lab-schema'
import type { LabRunView } from '../queries/lab-run-view'
import type { DeskCell, DeskChecks, DeskEntry, DeskPart, DeskSection, DeskSentences } from './desk-props'
import { sayFrom } from './say'

type T = Awaited<ReturnType<typeof getTranslations<'labs'>>>

/** The cells of a run with their words and what was saved in them. */
export async function deskCells(run: LabRunView, texts: LabTexts): Promise<DeskCell[]> {
  const t = await getTranslations('labs')
  return run.sheet.cells.map((spec) => {
    const { value, seq } = run.saved[spec.id] ?? { value: '', seq: 0 }
    return {
      id: spec.id,
      label: cellLabel(spec, texts),
      kind: kindOf(spec),
      unit: spec.unit ? t(`unit.${spec.unit}`) : null,
      options: optionsOf(spec, texts, t),
      value,
      seq,
      check: run.checks[spec.id] ?? null,
    }
  })
}

/** A cell's name on the sheet. */
export function cellLabel(spec: CellSpec, texts: LabTexts): string {
  return sayFrom(labelsOf(texts.cells), spec.label)
}

/** The options of a cell with their words; none where nothing is chosen. */
export function optionsOf(spec: CellSpec, texts: LabTexts, t: T): { id: string; label: string }[] {
  if (spec.kind === 'yes-no') return YES_NO.map((id) => ({ id, label: t(`option.${id}`) }))
  if (spec.kind !== 'choice' && spec.kind !== 'choices') return []
  return spec.options.map((id) => ({ id, label: sayFrom(texts.options, { text: id }) }))
}

/** The forms of a run as the page draws them. */
export function deskParts(run: LabRunView, texts: LabTexts): DeskPart[] {
  return run.sheet.forms.map(({ id, title, sections }) => ({
    id,
    title: title ? sayFrom(texts.labels, title) : null,
    sections: sections.map((section) => deskSection(section, texts)),
  }))
}

/** The words for the script. */
export async function deskSentences(run: LabRunView, texts: LabTexts): Promise<DeskSentences> {
  const t = await getTranslations('labs')
  return {
    saver: { ...(t.raw('saver') as DeskSentences['saver']) },
    save: t('desk.save'),
    submit: t('desk.submit'),
    submitHint: t('desk.submitHint'),
    choose: t('desk.choose'),
    pasted: t.raw('desk.pasted') as string,
    checks: run.review === 'each-cell' ? await deskChecks(texts) : null,
  }
}

/** Verdicts and reasons; only for those who may be told. */
export async function deskChecks(texts: LabTexts): Promise<DeskChecks> {
  const t = await getTranslations('labs')
  const own = Object.entries(texts.paths).map(([path, { why, rule, cite }]) => [
    path,
    `${why}${rule}${t('desk.cite', { doc: cite.doc, article: cite.article ?? '' })}`,
  ])
  const common = COMMON_PATHS.map((path) => [path, t(`path.${path}`)])
  return {
    verdicts: { ...(t.raw('verdict') as Record<string, string>) },
    reasons: Object.fromEntries([...common, ...own]),
  }
}

function deskSection(section: FormSection, texts: LabTexts): DeskSection {
  const step = texts.steps[section.step] ?? { label: section.step, hint: '' }
  const head = { step: section.step, label: step.label, hint: step.hint }
  if (section.layout === 'list') return { ...head, layout: 'list', cells: [...section.cells] }
  return {
    ...head,
    layout: 'table',
    columns: section.columns.map((column) => sayFrom(texts.labels, column)),
    rows: section.rows.map((row) => ({
      head: sayFrom(texts.labels, row.head),
      paper: row.paper ?? null,
      entries: row.entries.map(deskEntry),
    })),
  }
}

function deskEntry(entry: FormEntry): DeskEntry {
  if (entry === null) return { given: '', isNumber: false }
  if (typeof entry === 'string') return { given: entry, isNumber: false }
  return 'cell' in entry ? { cell: entry.cell } : { given: formatYuan(entry.fen), isNumber: true }
}

function labelsOf(cells: LabTexts['cells']): Record<string, string> {
  return Object.fromEntries(Object.entries(cells).map(([word, { label }]) => [word, label]))
}

/** The kind alone: nothing else of a cell goes to the browser. */
function kindOf(spec: CellSpec): DeskCell['kind'] {
  if (spec.kind === 'decimal') return { kind: spec.kind, scale: spec.scale }
  if (spec.kind === 'choice' || spec.kind === 'choices') return { kind: spec.kind, options: spec.options }
  return { kind: spec.kind }
}
