import { getTranslations } from 'next-intl/server'
import { PasteField } from '@/ui/forms/paste-field'
import { uploadImportAction } from '../actions'
import { ActionForm } from '@/ui/forms/action-form'

/** A file or pasted rows, for which area, from which day. */
export async function UploadForm(props: {
  areas: readonly { id: string; name: string }[]
  programmes: readonly { id: string; name: string }[]
  programmeId: string
  today: string
}) {
  const t = await getTranslations('roster')
  return (
    <ActionForm action={uploadImportAction} refusals={t.raw('refusal')} label={t('imports.newTitle')}>
      <Choice name="programmeId" label={t('imports.programme')} options={props.programmes} value={props.programmeId} />
      <Choice name="regionId" label={t('imports.area')} options={props.areas} />
      <label className="mb-4 block max-w-2xl">
        <span className="mb-1 block font-medium">{t('imports.file')}</span>
        <input
          className="input"
          type="file"
          name="file"
          accept=".xlsx,.csv,.tsv,.txt,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        />
      </label>
      <PasteField name="rows" label={t('imports.rows')} hint={t('imports.rowsHint')} check="roster" />
      <label className="mb-4 block max-w-2xl">
        <span className="mb-1 block font-medium">{t('imports.effectiveOn')}</span>
        <input className="input" type="date" name="effectiveOn" defaultValue={props.today} max={props.today} required />
      </label>
      <Tick name="keyDefault" label={t('imports.keyDefault')} isTicked />
      <Tick name="isComplete" label={t('imports.isComplete')} hint={t('imports.isCompleteHint')} />
      <button type="submit" className="button button-primary">
        {t('imports.upload')}
      </button>
    </ActionForm>
  )
}

function Choice(props: {
  name: string
  label: string
  options: readonly { id: string; name: string }[]
  value?: string
}) {
  return (
    <label className="mb-4 block max-w-2xl">
      <span className="mb-1 block font-medium">{props.label}</span>
      <select className="input" name={props.name} {...(props.value ? { defaultValue: props.value } : {})}>
        {props.options.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}

/** A tick box whose absence means no; without JavaScript as well. */
function Tick(props: { name: string; label: string; hint?: string; isTicked?: boolean }) {
  return (
    <label className="mb-4 flex min-h-11 items-start gap-3">
      <input className="mt-2 size-5" type="checkbox" name={props.name} defaultChecked={props.isTicked ?? false} />
      <span>
        {props.label}
        {props.hint ? <span className="block text-ink-2 text-sm">{props.hint}</span> : null}
      </span>
    </label>
  )
}
