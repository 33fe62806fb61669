import { getTranslations } from 'next-intl/server'
import { chooseEntryAction } from '../actions'
import { choiceKey, type OpenRow } from '../reading'
import { ActionForm } from '@/ui/forms/action-form'

/** The rows that were not found, with the reason, and for some what they might be. */
export async function OpenRows(props: {
  id: string
  rows: readonly OpenRow[]
  total: number
  chosen: Record<string, string>
}) {
  const t = await getTranslations('fillback')
  if (props.rows.length === 0) return null
  return (
    <section aria-labelledby="open" className="my-6">
      <h2 id="open" className="mb-2 text-xl">
        {t('open.title')}
      </h2>
      <p className="mb-2 text-ink-2">{t('open.lead')}</p>
      <table className="cards-table">
        <thead>
          <tr>
            <th scope="col">{t('open.row')}</th>
            <th scope="col">{t('open.enterprise')}</th>
            <th scope="col">{t('open.why')}</th>
            <th scope="col">{t('open.choice')}</th>
          </tr>
        </thead>
        <tbody>
          {props.rows.map((one) => (
            <tr key={choiceKey(one.sheet, one.row)}>
              <th scope="row">{t('open.place', { sheet: one.sheet, row: one.row })}</th>
              <td data-label={t('open.enterprise')}>{one.enterprise || t('open.blank')}</td>
              <td data-label={t('open.why')}>
                {one.isOutside ? t('open.outside') : one.reasons.map((reason) => t(`reason.${reason}`)).join('；')}
              </td>
              <td data-label={t('open.choice')}>
                {one.candidates.length > 0 ? (
                  <RowChoice id={props.id} one={one} chosen={props.chosen[choiceKey(one.sheet, one.row)] ?? ''} />
                ) : (
                  '—'
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {props.total > props.rows.length ? (
        <p className="mt-2 text-ink-2">{t('open.more', { count: props.total - props.rows.length })}</p>
      ) : null}
    </section>
  )
}

async function RowChoice({ id, one, chosen }: { id: string; one: OpenRow; chosen: string }) {
  const t = await getTranslations('fillback')
  return (
    <ActionForm action={chooseEntryAction} refusals={t.raw('refusal')} className="flex flex-wrap items-center gap-2">
      <input type="hidden" name="fillBackId" value={id} />
      <input type="hidden" name="sheet" value={one.sheet} />
      <input type="hidden" name="row" value={one.row} />
      <select
        key={chosen}
        className="input min-w-0 flex-1"
        name="entryId"
        defaultValue={chosen}
        aria-label={t('open.choiceOf', { row: one.row })}
      >
        <option value="">{t('open.choose')}</option>
        {one.candidates.map(({ entryId, name, place }) => (
          <option key={entryId} value={entryId}>
            {name} · {place}
          </option>
        ))}
      </select>
      <button type="submit" className="button">
        {t('open.keep')}
      </button>
    </ActionForm>
  )
}
