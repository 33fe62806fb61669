import { getTranslations } from 'next-intl/server'
import type { TemplatePurpose } from '@/domain/documents/placeholders'
import { uploadTemplateAction } from '../actions'
import { ActionForm } from '@/ui/forms/action-form'

const WORD = '.docx,application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const EXCEL = '.xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A file, for which region, under which name. */
export async function UploadForm({
  purpose,
  regions,
}: {
  purpose: TemplatePurpose
  regions: readonly { id: string; name: string }[]
}) {
  const t = await getTranslations('templates')
  return (
    <ActionForm
      action={uploadTemplateAction}
      refusals={t.raw('refusal')}
      label={t('upload.title')}
      className="max-w-2xl"
    >
      <input type="hidden" name="purpose" value={purpose} />
      <label className="mb-4 block">
        <span className="mb-1 block font-medium">
          {t(purpose === 'BULLETIN' ? 'upload.fileAny' : 'upload.fileWord')}
        </span>
        <input
          className="input"
          type="file"
          name="file"
          required
          accept={purpose === 'BULLETIN' ? `${WORD},${EXCEL}` : WORD}
        />
      </label>
      <label className="mb-4 block">
        <span className="mb-1 block font-medium">{t('upload.region')}</span>
        <span className="mb-1 block text-ink-2 text-sm">{t('upload.regionHint')}</span>
        <select className="input" name="regionId">
          {regions.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label className="mb-4 block">
        <span className="mb-1 block font-medium">{t('upload.name')}</span>
        <span className="mb-1 block text-ink-2 text-sm">{t('upload.nameHint')}</span>
        <input className="input" name="name" maxLength={60} />
      </label>
      <button type="submit" className="button button-primary">
        {t('upload.send')}
      </button>
    </ActionForm>
  )
}
