import { getTranslations } from 'next-intl/server'
import { PROPOSAL_KINDS } from '@/domain/roster/proposal'
import { ActionForm } from '@/ui/forms/action-form'
import { proposeChangeAction } from '../actions'
import { DayInput } from './day-input'

/** Where officers say what has changed about an enterprise; `decides`: it takes effect at once. */
export async function ProposalForm(props: {
  entryId: string
  decides: boolean
  choices: readonly { county: string; leaves: readonly { id: string; name: string }[] }[]
  today: string
}) {
  const t = await getTranslations('proposals')
  return (
    <details className="py-2">
      <summary className="min-h-11 cursor-pointer py-2 text-indigo">{t(props.decides ? 'record' : 'propose')}</summary>
      <p className="mb-3 text-ink-2 text-sm">{t(props.decides ? 'recordNote' : 'proposeNote')}</p>
      <ActionForm action={proposeChangeAction} refusals={t.raw('refusal')} className="max-w-2xl">
        <input type="hidden" name="entryId" value={props.entryId} />
        <fieldset className="mb-3">
          <legend className="mb-1 text-sm">{t('change')}</legend>
          <div className="flex flex-wrap gap-x-6">
            {PROPOSAL_KINDS.map((kind) => (
              <label key={kind} className="inline-flex min-h-11 items-center gap-2">
                <input className="size-5" type="radio" name="kind" value={kind} required />
                {t(`kind.${kind}`)}
              </label>
            ))}
          </div>
        </fieldset>
        <div className="mb-3 grid gap-3 sm:grid-cols-2">
          <DayInput name="fromOn" label={t('from')} today={props.today} />
          <label className="block text-sm">
            {t('toLeaf')}
            <select className="input" name="toLeafId" defaultValue="">
              <option value="">{t('toLeafNone')}</option>
              {props.choices.map(({ county, leaves }) => (
                <optgroup key={county} label={county}>
                  {leaves.map(({ id, name }) => (
                    <option key={id} value={id}>
                      {name}
                    </option>
                  ))}
                </optgroup>
              ))}
            </select>
          </label>
          <label className="block text-sm">
            {t('newName')}
            <input className="input" name="newName" maxLength={100} />
          </label>
          <label className="block text-sm">
            {t('reason')}
            <input className="input" name="reason" minLength={2} maxLength={200} required />
            <span className="text-ink-3">{t('reasonHint')}</span>
          </label>
        </div>
        <button className="button" type="submit">
          {t('send')}
        </button>
      </ActionForm>
    </details>
  )
}
