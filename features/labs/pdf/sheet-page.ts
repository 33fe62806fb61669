import 'server-only'
import { getTranslations } from 'next-intl/server'
import { formatCell } from '@/domain/labs/cell-value'
import { formatYuan } from '@/domain/labs/fen'
import type { CellSpec, FormEntry, FormSection } from '@/domain/labs/lab-sheet'
import type { Paper, PaperBlock, PaperEntry } from '@/domain/labs/paper'
import type { CompiledLab } from '@/server/content/compiled'
import { drawable } from '@/server/pdf/fonts'
import type { LabRunView } from '../queries/lab-run-view'
import { cellLabel, optionsOf } from '../ui/desk-data'
import { sayFrom } from '../ui/say'

/** A table of the page; the last columns that hold figures are set right. */
export type PageTable = { heads: string[]; rows: string[][]; numbers: boolean[] }
export type PageBlock = { kind: 'table'; table: PageTable } | { kind: 'text'; lines: string[] }
/** Every word and figure of the PDF, ready to draw. */
export type SheetPage = {
  title: string
  beneath: string[]
  forms: { id: string; title: string | null; sections: { label: string; table: PageTable }[] }[]
  papersTitle: string
  papers: { id: string; title: string; no: string; blocks: PageBlock[] }[]
  foot: string
}

/** A run of one's own as a page: what was filled in, what is right where that may be told, and the documents. */
export async function sheetPage(run: LabRunView, lab: CompiledLab): Promise<SheetPage> {
  const t = await getTranslations('labs')
  const written = writerOf(run, lab, t)
  const { texts } = lab
  const form = (section: FormSection) => ({
    label: texts.steps[section.step]?.label ?? section.step,
    table: section.layout === 'list' ? listTable(section.cells, written) : formTable(section, written, lab),
  })
  return {
    title: lab.title,
    beneath: [
      `${t(`mode.${run.mode}`)} · ${t('run.no', { no: run.no })} · ${t('desk.company', { company: run.sheet.company, year: run.sheet.year })}`,
      t('desk.policy', { policy: run.sheet.policy, checkedOn: lab.checkedOn }),
      ...(run.score ? [t('run.score', { part: run.score.part, whole: run.score.whole })] : []),
    ].map(plain),
    forms: run.sheet.forms.map(({ id, title, sections }) => ({
      id,
      title: title ? sayFrom(texts.labels, title) : null,
      sections: sections.map(form),
    })),
    papersTitle: t('desk.papers'),
    papers: run.sheet.papers.map(paperPage),
    foot: t('pdf.foot'),
  }
}

type T = Awaited<ReturnType<typeof getTranslations<'labs'>>>
type Written = { label(id: string): string; value(id: string): string }

/** What stands in a cell: one's own figure, and the right one beside it when it may be told and is another. */
function writerOf(run: LabRunView, lab: CompiledLab, t: T): Written {
  const specs = new Map(run.sheet.cells.map((spec) => [spec.id, spec]))
  const shown = (spec: CellSpec, text: string) => {
    const words = new Map(optionsOf(spec, lab.texts, t).map(({ id, label }) => [id, label]))
    if (words.size === 0) return text
    return text
      .split(',')
      .map((id) => words.get(id) ?? id)
      .join('、')
  }
  return {
    label: (id) => {
      const spec = specs.get(id)
      return spec ? cellLabel(spec, lab.texts) : id
    },
    value: (id) => {
      const spec = specs.get(id)
      if (!spec) return ''
      const own = run.saved[id]?.value ? shown(spec, run.saved[id].value) : '—'
      const expected = run.truth?.[id]
      if (expected === undefined || run.checks[id]?.verdict === 'right') return plain(own)
      return plain(t('pdf.shouldBe', { own, right: shown(spec, formatCell(spec, expected)) }))
    },
  }
}

function listTable(cells: readonly string[], { label, value }: Written): PageTable {
  return { heads: [], rows: cells.map((id) => [label(id), value(id)]), numbers: [false, true] }
}

function formTable(section: FormSection & { layout: 'table' }, { value }: Written, { texts }: CompiledLab): PageTable {
  const entry = (one: FormEntry) => {
    if (one !== null && typeof one === 'object' && 'cell' in one) return value(one.cell)
    return entryText(one)
  }
  return {
    heads: section.columns.map((column) => sayFrom(texts.labels, column)),
    rows: section.rows.map(({ head, entries }) => [sayFrom(texts.labels, head), ...entries.map(entry)]),
    numbers: section.columns.map((_, index) => index > 0),
  }
}

function paperPage({ id, tag, title, no = '', blocks }: Paper) {
  return { id, title: tag ? `${tag} ${title}` : title, no, blocks: blocks.map(blockPage) }
}

function blockPage(block: PaperBlock): PageBlock {
  switch (block.block) {
    case 'facts': {
      const rows = block.facts.map(([label, value]) => [label, entryText(value)])
      return { kind: 'table', table: { heads: [], rows, numbers: [false, false] } }
    }
    case 'table': {
      const groups = block.groups.flatMap(({ label, rows, total }) => [
        ...(label ? [[label]] : []),
        ...rows.map((row) => row.map(entryText)),
        ...(total ? [total.map(entryText)] : []),
      ])
      const rows = [...groups, ...(block.total ? [block.total.map(entryText)] : [])]
      const numbers = block.columns.map(({ isNumber }) => isNumber === true)
      return { kind: 'table', table: { heads: block.columns.map(({ label }) => label), rows, numbers } }
    }
    case 'text':
      return { kind: 'text', lines: [...block.paragraphs] }
    case 'signatures':
      return { kind: 'text', lines: [block.names.join('　　')] }
  }
}

function entryText(entry: PaperEntry): string {
  if (entry === null) return ''
  return typeof entry === 'string' ? entry : formatYuan(entry.fen)
}

function plain(text: string): string {
  return drawable(text).text
}
