import type { ReactNode } from 'react'
import { getTranslations } from 'next-intl/server'
import { PasteField } from '@/ui/forms/paste-field'
import { uploadResultsAction } from '../actions'
import { ActionForm } from '@/ui/forms/action-form'

type Choices = readonly { id: string; name: string }[]
const KINDS = ['AUTO', 'SHEET', 'JIELONG'] as const

/** A file or a pasted block, for which area and programme, what it was and when. */
export async function UploadForm(props: { areas: Choices; programmes: Choices }) {
  const t = await getTranslations('results')
  return (
    <ActionForm
      action={uploadResultsAction}
      refusals={t.raw('refusal')}
      label={t('upload.title')}
      className="max-w-2xl"
    >
      <Labelled label={t('upload.programme')}>
        <Choice name="programmeId" options={props.programmes} />
      </Labelled>
      <Labelled label={t('upload.area')} hint={t('upload.areaHint')}>
        <Choice name="regionId" options={props.areas} />
      </Labelled>
      <Labelled label={t('upload.name')} hint={t('upload.nameHint')}>
        <input className="input" name="title" maxLength={100} autoComplete="off" />
      </Labelled>
      <Labelled label={t('upload.file')} hint={t('upload.fileHint')}>
        <input className="input" type="file" name="file" accept=".xlsx,.csv,.txt,.tsv" />
      </Labelled>
      <PasteField name="rows" label={t('upload.rows')} hint={t('upload.rowsHint')} />
      <Labelled label={t('upload.kind')}>
        <select className="input" name="kind" defaultValue="AUTO">
          {KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {t(`kind.${kind}`)}
            </option>
          ))}
        </select>
      </Labelled>
      <Labelled label={t('upload.day')} hint={t('upload.dayHint')}>
        <input className="input" type="date" name="day" />
      </Labelled>
      <button type="submit" className="button button-primary">
        {t('upload.send')}
      </button>
    </ActionForm>
  )
}

function Labelled({ label, hint, children }: { label: string; hint?: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is among the children.
    <label className="mb-4 block">
      <span className="mb-1 block font-medium">{label}</span>
      {hint ? <span className="mb-1 block text-ink-2 text-sm">{hint}</span> : null}
      {children}
    </label>
  )
}

function Choice({ name, options }: { name: string; options: Choices }) {
  return (
    <select className="input" name={name}>
      {options.map(({ id, name: label }) => (
        <option key={id} value={id}>
          {label}
        </option>
      ))}
    </select>
  )
}
