import { getTranslations } from 'next-intl/server'
import { columnKey, fillColumns } from '@/domain/fillback/columns'
import { shownRates } from '@/domain/rates/rate-display'
import { requestFillAction } from '../actions'
import type { FillOptions } from '../reading'
import { ActionForm } from '@/ui/forms/action-form'

const USUAL = ['training.state', 'training.missing', 'training.day']

/** Which columns, as of which day, and what a row gets that was not found. */
export async function FillForm(props: {
  id: string
  options: FillOptions
  from: string
  today: string
  isAgain: boolean
  hasPersons: boolean
}) {
  const t = await getTranslations('fillback')
  const ticked = props.options.columns.length > 0 ? props.options.columns : USUAL
  return (
    <section aria-labelledby="columns" className="my-6">
      <h2 id="columns" className="mb-2 text-xl">
        {t('form.title')}
      </h2>
      <ActionForm action={requestFillAction} refusals={t.raw('refusal')} label={t('form.title')} className="max-w-3xl">
        <input type="hidden" name="fillBackId" value={props.id} />
        <div className="mb-4 grid gap-4 md:grid-cols-2">
          {shownRates.map((rate) => (
            <fieldset key={rate} className="border border-rule px-4 py-2">
              <legend className="px-1 font-medium">{t(`form.rate.${rate}`)}</legend>
              {fillColumns
                .filter((column) => column.rate === rate)
                .map((column) => (
                  <label key={column.part} className="flex min-h-11 items-center gap-3">
                    <input
                      className="size-5"
                      type="checkbox"
                      name="columns"
                      value={columnKey(column)}
                      defaultChecked={ticked.includes(columnKey(column))}
                    />
                    {t(`form.part.${column.part}`)}
                  </label>
                ))}
            </fieldset>
          ))}
        </div>
        {props.hasPersons ? <p className="mb-4 text-ink-2 text-sm">{t('form.personsHint')}</p> : null}
        <label className="mb-4 block max-w-60">
          <span className="mb-1 block font-medium">{t('form.on')}</span>
          <input
            className="input"
            type="date"
            name="on"
            min={props.from}
            max={props.today}
            defaultValue={props.options.on ?? ''}
          />
        </label>
        <fieldset className="mb-4">
          <legend className="font-medium">{t('form.unmatched')}</legend>
          <div className="flex flex-wrap gap-x-6">
            {(['mark', 'blank'] as const).map((way) => (
              <label key={way} className="flex min-h-11 items-center gap-3">
                <input
                  className="size-5"
                  type="radio"
                  name="unmatched"
                  value={way}
                  defaultChecked={props.options.unmatched === way}
                />
                {t(`form.${way}`)}
              </label>
            ))}
          </div>
        </fieldset>
        <button type="submit" className="button button-primary">
          {t(props.isAgain ? 'form.again' : 'form.send')}
        </button>
      </ActionForm>
    </section>
  )
}
