import { getTranslations } from 'next-intl/server'
import { uploadFillBackAction } from '../actions'
import { KEPT_DAYS } from '../commands/drop-old'
import { ActionForm } from '@/ui/forms/action-form'

type Choices = readonly { id: string; name: string }[]

/** A file or a pasted block, of which area and programme. */
export async function UploadForm({ areas, programmes }: { areas: Choices; programmes: Choices }) {
  const t = await getTranslations('fillback')
  return (
    <ActionForm
      action={uploadFillBackAction}
      refusals={t.raw('refusal')}
      label={t('upload.title')}
      className="max-w-2xl"
    >
      <Choice name="programmeId" label={t('upload.programme')} options={programmes} />
      <Choice name="regionId" label={t('upload.area')} options={areas} />
      <label className="mb-4 block">
        <span className="mb-1 block font-medium">{t('upload.file')}</span>
        <span className="mb-1 block text-ink-2 text-sm">{t('upload.fileHint')}</span>
        <input className="input" type="file" name="file" accept=".xlsx,.csv,.xls" />
      </label>
      <label className="mb-4 block">
        <span className="mb-1 block font-medium">{t('upload.rows')}</span>
        <span className="mb-1 block text-ink-2 text-sm">{t('upload.rowsHint')}</span>
        <textarea className="input" name="rows" rows={4} spellCheck={false} />
      </label>
      <p className="mb-4 text-ink-2 text-sm">{t('upload.kept', { days: KEPT_DAYS })}</p>
      <button type="submit" className="button button-primary">
        {t('upload.send')}
      </button>
    </ActionForm>
  )
}

function Choice({ name, label, options }: { name: string; label: string; options: Choices }) {
  return (
    <label className="mb-4 block">
      <span className="mb-1 block font-medium">{label}</span>
      <select className="input" name={name}>
        {options.map((one) => (
          <option key={one.id} value={one.id}>
            {one.name}
          </option>
        ))}
      </select>
    </label>
  )
}
