import { getTranslations } from 'next-intl/server'
import { OUTCOMES } from '@/domain/contacts/outcomes'
import { ActionForm } from '@/ui/forms/action-form'
import { chosenAction } from '../actions'
import type { AreaOfficer } from '../queries/area-officers'
import { OwnerFields } from './assign-form'

/** The form to which the ticks of a list belong. */
export const CHOSEN_FORM = 'chosen'

/** What may be done with the rows ticked above: record a contact (`mayContact`), give them to an officer. */
export async function ChosenForm(props: {
  programmeId: string
  officers: readonly AreaOfficer[]
  mayContact: boolean
}) {
  const [t, contacts, owners] = await Promise.all([
    getTranslations('contacts.chosen'),
    getTranslations('contacts'),
    getTranslations('owners'),
  ])
  return (
    <section className="mt-6">
      <h2 className="mb-2 text-xl">{t('title')}</h2>
      <p className="mb-3 text-ink-2 text-sm">{t('lead')}</p>
      <ActionForm
        id={CHOSEN_FORM}
        action={chosenAction}
        refusals={t.raw('refusal')}
        done={t.raw('done')}
        label={t('title')}
      >
        <input type="hidden" name="programmeId" value={props.programmeId} />
        {props.mayContact ? (
          <fieldset className="mb-4 flex flex-wrap items-end gap-3">
            <legend className="mb-1 font-medium">{t('contact')}</legend>
            <label className="block text-sm">
              {t('outcome')}
              <select className="input" name="outcome" defaultValue="REACHED">
                {OUTCOMES.map((outcome) => (
                  <option key={outcome} value={outcome}>
                    {contacts(`outcome.${outcome}`)}
                  </option>
                ))}
              </select>
            </label>
            <label className="block text-sm">
              {contacts('note')}
              <input className="input" name="note" maxLength={200} autoComplete="off" />
            </label>
            <button className="button" type="submit" name="what" value="contact">
              {t('contactDo')}
            </button>
          </fieldset>
        ) : null}
        <fieldset className="flex flex-wrap items-end gap-3">
          <legend className="mb-1 font-medium">{owners('assign')}</legend>
          <OwnerFields officers={props.officers} />
          <button className="button" type="submit" name="what" value="assign">
            {owners('assignDo')}
          </button>
        </fieldset>
      </ActionForm>
    </section>
  )
}
