import { getTranslations } from 'next-intl/server'
import { startRunAction } from '../actions'
import { ActionForm } from '@/ui/forms/action-form'

type Choice = { id: string; name: string }

/** For which area and programme a template is filled, and what stands under it as its office. */
export async function RunForm(props: {
  templateId: string
  purpose: 'LETTER' | 'ATTENDANCE'
  areas: readonly Choice[]
  programmes: readonly Choice[]
  office: string
}) {
  const t = await getTranslations('templates')
  return (
    <ActionForm action={startRunAction} refusals={t.raw('refusal')} label={t('run.title')} className="max-w-2xl">
      <input type="hidden" name="templateId" value={props.templateId} />
      <Select name="programmeId" label={t('run.programme')} options={props.programmes} />
      <Select name="regionId" label={t('run.area')} hint={t('run.areaHint')} options={props.areas} />
      <label className="mb-4 block">
        <span className="mb-1 block font-medium">{t('run.office')}</span>
        <input className="input" name="office" defaultValue={props.office} required minLength={2} maxLength={60} />
      </label>
      {props.purpose === 'LETTER' ? (
        <label className="mb-4 block">
          <span className="mb-1 block font-medium">{t('run.dueOn')}</span>
          <span className="mb-1 block text-ink-2 text-sm">{t('run.dueOnHint')}</span>
          <input className="input" type="date" name="dueOn" />
        </label>
      ) : null}
      <button type="submit" className="button button-primary">
        {t('run.send')}
      </button>
    </ActionForm>
  )
}

function Select(props: { name: string; label: string; hint?: string; options: readonly Choice[] }) {
  return (
    <label className="mb-4 block">
      <span className="mb-1 block font-medium">{props.label}</span>
      {props.hint ? <span className="mb-1 block text-ink-2 text-sm">{props.hint}</span> : null}
      <select className="input" name={props.name}>
        {props.options.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}
