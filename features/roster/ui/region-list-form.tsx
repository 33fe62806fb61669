import { getTranslations } from 'next-intl/server'
import { PasteField } from '@/ui/forms/paste-field'
import { checkRegionListAction } from '../region-actions'
import { ActionForm } from '@/ui/forms/action-form'

/** A list of regions, pasted or as a text file; `text` is one to be corrected. */
export async function RegionListForm({ from, text }: { from: 'start' | 'regions'; text?: string }) {
  const t = await getTranslations('roster')
  return (
    <ActionForm action={checkRegionListAction} refusals={t.raw('refusal')} label={t('regionList.title')}>
      <input type="hidden" name="from" value={from} />
      <PasteField
        name="rows"
        label={t('regionList.rows')}
        hint={t('regionList.rowsHint')}
        {...(text ? { initial: text } : {})}
      />
      <label className="mb-4 block max-w-2xl">
        <span className="mb-1 block font-medium">{t('regionList.file')}</span>
        <input className="input" type="file" name="file" accept=".csv,.tsv,.txt" />
      </label>
      <button type="submit" className="button button-primary">
        {t('regionList.check')}
      </button>
    </ActionForm>
  )
}
