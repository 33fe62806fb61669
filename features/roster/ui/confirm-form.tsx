import { getTranslations } from 'next-intl/server'
import { confirmImportAction } from '../actions'
import { ActionForm } from '@/ui/forms/action-form'

const BULK = {
  name: ['rename', 'keep'],
  head: ['replace', 'keep'],
  clerk: ['addAll', 'replaceAll', 'keep'],
} as const
const VALUES: Record<string, string> = { addAll: 'add', replaceAll: 'replace' }

/** The last question before an import is written. */
export async function ConfirmForm(props: { importId: string; conflicts: number; left: number; mustTypeLeft: boolean }) {
  const t = await getTranslations('roster')
  return (
    <ActionForm
      action={confirmImportAction}
      refusals={t.raw('refusal')}
      label={t('import.confirmTitle')}
      className="max-w-2xl"
    >
      <input type="hidden" name="importId" value={props.importId} />
      {props.conflicts > 0 ? (
        <fieldset className="mb-4">
          <legend className="font-medium">{t('import.bulkTitle', { count: props.conflicts })}</legend>
          <div className="grid gap-3">
            {(['name', 'head', 'clerk'] as const).map((field) => (
              <label key={field} className="block text-sm">
                {t(`choose.${field}`)}
                <select className="input" name={field} defaultValue="">
                  <option value="">{t('import.perRow')}</option>
                  {BULK[field].map((word) => (
                    <option key={word} value={VALUES[word] ?? word}>
                      {t(`choose.${word}`)}
                    </option>
                  ))}
                </select>
              </label>
            ))}
          </div>
        </fieldset>
      ) : null}
      <fieldset className="mb-4">
        <legend className="font-medium">{t('import.mode')}</legend>
        {(['good', 'all'] as const).map((mode) => (
          <label key={mode} className="flex min-h-11 items-center gap-3">
            <input className="size-5" type="radio" name="mode" value={mode} defaultChecked={mode === 'good'} />
            {t(mode === 'good' ? 'import.modeGood' : 'import.modeAll')}
          </label>
        ))}
      </fieldset>
      {props.left > 0 ? <p className="mb-4 text-ochre">{t('import.leftNote', { left: props.left })}</p> : null}
      {props.mustTypeLeft ? (
        <label className="mb-4 block">
          <span className="mb-1 block font-medium">{t('import.leftTyped', { left: props.left })}</span>
          <input className="input max-w-40" name="leftTyped" inputMode="numeric" autoComplete="off" required />
        </label>
      ) : null}
      <button type="submit" className="button button-primary">
        {t('import.confirm')}
      </button>
    </ActionForm>
  )
}
