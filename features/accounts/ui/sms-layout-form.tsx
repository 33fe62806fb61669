import { getTranslations } from 'next-intl/server'
import { SMS_FIELDS, SMS_HEADERS, type SmsLayout } from '@/domain/contacts/sms-layout'
import { asFormHandler } from '@/ui/forms/form-handler'
import { smsLayoutAction } from '../sms-layout-actions'
import { FIXED_COLUMNS } from '../sms-layout-input'

type Line = { key: string; isFixed: boolean; place: number | null; header: string; text: string }

/** Columns by their place, the wording, header row and kind of file. A plain form: shown or saved by its two buttons. */
export async function SmsLayoutForm({ region, layout }: { region: string; layout: SmsLayout }) {
  const t = await getTranslations('links.layout')
  return (
    <form action={asFormHandler(smsLayoutAction)}>
      <input type="hidden" name="region" value={region} />
      <h2 className="mt-8 text-lg">{t('columns')}</h2>
      <p className="mb-2 text-ink-2 text-sm">{t('columnsHint')}</p>
      <ColumnTable lines={linesOf(layout)} />
      <label className="my-3 flex min-h-11 items-center gap-2">
        <input type="checkbox" name="hasHeader" defaultChecked={layout.hasHeader} className="size-5" />
        {t('hasHeader')}
      </label>
      <label className="block max-w-3xl">
        <span className="block text-lg">{t('template')}</span>
        <span id="template-hint" className="block text-ink-2 text-sm">
          {t.raw('templateHint')}
        </span>
        <textarea
          name="template"
          className="input"
          rows={4}
          maxLength={500}
          lang="zh-CN"
          aria-describedby="template-hint"
          defaultValue={layout.template}
        />
      </label>
      <fieldset className="mt-4">
        <legend className="text-lg">{t('format')}</legend>
        {(['xlsx', 'csv'] as const).map((format) => (
          <label key={format} className="flex min-h-11 items-center gap-2">
            <input
              type="radio"
              name="format"
              value={format}
              defaultChecked={layout.format === format}
              className="size-5"
            />
            {t(`formats.${format}`)}
          </label>
        ))}
      </fieldset>
      <p className="mt-4 flex flex-wrap gap-3">
        <button type="submit" name="intent" value="preview" className="button">
          {t('preview')}
        </button>
        <button type="submit" name="intent" value="save" className="button button-primary">
          {t('save')}
        </button>
      </p>
    </form>
  )
}

async function ColumnTable({ lines }: { lines: readonly Line[] }) {
  const t = await getTranslations('links.layout')
  return (
    <table className="cards-table max-w-3xl">
      <thead>
        <tr>
          {(['holds', 'place', 'header', 'text'] as const).map((column) => (
            <th key={column} scope="col">
              {t(`table.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map(({ key, isFixed, place, header, text }) => {
          const name = isFixed ? t('fixed', { number: key.slice(5) }) : t(`fields.${key}`)
          return (
            <tr key={key}>
              <th scope="row" className="font-normal">
                {name}
              </th>
              <td
                data-label={t('table.place')}
                className="max-md:inline-block max-md:w-24 max-md:pr-2 max-md:align-top"
              >
                <input
                  className="input max-w-24"
                  type="number"
                  name={`order_${key}`}
                  min={0.1}
                  max={99}
                  step="any"
                  defaultValue={place ?? ''}
                  aria-label={`${name} ${t('table.place')}`}
                />
              </td>
              <td
                data-label={t('table.header')}
                className="max-md:inline-block max-md:w-[calc(100%-6rem)] max-md:align-top"
              >
                <input
                  className="input"
                  name={`header_${key}`}
                  maxLength={20}
                  defaultValue={header}
                  aria-label={`${name} ${t('table.header')}`}
                />
              </td>
              <td {...(isFixed ? { 'data-label': t('table.text') } : {})}>
                {isFixed ? (
                  <input
                    className="input"
                    name={`text_${key}`}
                    maxLength={100}
                    defaultValue={text}
                    aria-label={`${name} ${t('table.text')}`}
                  />
                ) : null}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

/** A line for every column there may be: those of the layout in its order, then those left out, and one more fixed text. */
function linesOf({ columns }: SmsLayout): Line[] {
  let fixed = 0
  const used = columns.map((column, index): Line => {
    const isFixed = column.kind === 'fixed'
    const key = isFixed ? `fixed${++fixed}` : column.kind
    return { key, isFixed, place: index + 1, header: column.header, text: isFixed ? column.text : '' }
  })
  const leftOut = SMS_FIELDS.filter((kind) => !used.some(({ key }) => key === kind)).map((kind) => ({
    key: kind,
    isFixed: false,
    place: null,
    header: SMS_HEADERS[kind],
    text: '',
  }))
  const more = fixed < FIXED_COLUMNS ? [`fixed${fixed + 1}`] : []
  const spare = more.map((key) => ({ key, isFixed: true, place: null, header: '', text: '' }))
  return [...used, ...leftOut, ...spare]
}
