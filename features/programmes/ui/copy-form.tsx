import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/ui/forms/action-form'
import { Field } from '@/ui/forms/field'
import { copyProgrammeAction } from '../actions'

/** A programme like an earlier one, for a new period. */
export async function CopyForm({ copyOf, name, fromOn }: { copyOf: string; name: string; fromOn: string }) {
  const t = await getTranslations('programmes')
  return (
    <ActionForm action={copyProgrammeAction} refusals={t.raw('requirements.refusal')} label={t('copy.title')}>
      <input type="hidden" name="copyOf" value={copyOf} />
      <Field name="name" label={t('name')} defaultValue={t('copy.name', { name })} required maxLength={100} />
      <Field type="date" name="fromOn" label={t('fromOn')} defaultValue={fromOn} required />
      <Field type="date" name="lastOn" label={t('lastOn')} required />
      <label className="mb-4 flex min-h-11 items-center gap-2">
        <input className="size-5" type="checkbox" name="withRoster" defaultChecked />
        {t('copy.withRoster')}
      </label>
      <button className="button button-primary" type="submit">
        {t('copy.do')}
      </button>
    </ActionForm>
  )
}
