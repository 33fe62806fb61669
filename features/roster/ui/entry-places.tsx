import { getTranslations } from 'next-intl/server'
import { placeEntryAction } from '../actions'
import type { ShownPlacement } from '../queries/entry-page'
import { ActionForm } from '@/ui/forms/action-form'
import { DayInput } from './day-input'

/** Where an entry stands and stood, and the form to change it from a day; without `choices` there is none (the leaf itself proposes). */
export async function EntryPlaces(props: {
  entryId: string
  placements: readonly ShownPlacement[]
  choices: readonly { county: string; leaves: { id: string; name: string }[] }[] | null
  today: string
}) {
  const t = await getTranslations('roster')
  const [now] = props.placements
  return (
    <section aria-labelledby="places" className="mt-6">
      <h2 id="places" className="mb-2 text-xl">
        {t('entry.places')}
      </h2>
      <ul>
        {props.placements.map((one) => (
          <li key={one.id} className="border-rule border-t py-2">
            {one.place} · {t(one.isKey ? 'entry.keyYes' : 'entry.keyNo')}{' '}
            <span className="text-ink-2">
              {one.toOn ? t('entry.period', { from: one.fromOn, to: one.toOn }) : t('entry.since', { day: one.fromOn })}
            </span>
            {one.reason ? <span className="block text-ink-3 text-sm">{one.reason}</span> : null}
          </li>
        ))}
      </ul>
      {props.choices ? (
        <details className="py-2">
          <summary className="min-h-11 cursor-pointer py-2 text-indigo">{t('entry.placeChange')}</summary>
          <ActionForm action={placeEntryAction} refusals={t.raw('refusal')} className="flex flex-wrap items-end gap-3">
            <input type="hidden" name="entryId" value={props.entryId} />
            <label className="block text-sm">
              {t('entry.leaf')}
              <select className="input" name="leafId" defaultValue={now?.leafId ?? ''}>
                <option value="">{t('entry.leaves')}</option>
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
            <label className="flex min-h-11 items-center gap-2 text-sm">
              <input className="size-5" type="checkbox" name="isKey" defaultChecked={now?.isKey ?? true} />
              {t('entry.isKey')}
            </label>
            <label className="block text-sm">
              {t('entry.reason')}
              <input className="input" name="reason" maxLength={200} />
            </label>
            <DayInput name="fromOn" label={t('entry.from')} today={props.today} />
            <button className="button" type="submit">
              {t('entry.placeDo')}
            </button>
          </ActionForm>
        </details>
      ) : null}
    </section>
  )
}
