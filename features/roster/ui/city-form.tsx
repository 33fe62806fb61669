import { getTranslations } from 'next-intl/server'
import { Field } from '@/ui/forms/field'
import { nameCityAction } from '../region-actions'
import { ActionForm } from '@/ui/forms/action-form'

/** Corrects the city's name and code while nothing stands beneath it. */
export async function CityForm({ name, code }: { name: string; code: string }) {
  const t = await getTranslations('start.city')
  const roster = await getTranslations('roster')
  return (
    <details>
      <summary className="flex min-h-11 cursor-pointer items-center text-ink-2">
        {`${name} ${code}　${t('summary')}`}
      </summary>
      <ActionForm action={nameCityAction} refusals={roster.raw('refusal')} className="max-w-md">
        <p className="mb-2 text-ink-2 text-sm">{t('hint')}</p>
        <Field name="name" label={t('name')} defaultValue={name} required maxLength={30} />
        <Field name="code" label={t('code')} defaultValue={code} required maxLength={6} inputMode="numeric" />
        <button type="submit" className="button">
          {t('save')}
        </button>
      </ActionForm>
    </details>
  )
}
