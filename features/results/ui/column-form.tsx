import { getTranslations } from 'next-intl/server'
import type { ResultReading } from '@/domain/results/result-row'
import { Notice } from '@/ui/layout/notice'
import { confirmColumnsAction } from '../actions'
import { RESULT_USES } from '../input'
import type { BatchShown, ColumnsToConfirm } from '../queries/batch-page'
import { ActionForm } from '@/ui/forms/action-form'
import { CountsAsFields } from './counts-as-fields'

type Sheet = ColumnsToConfirm['sheets'][number]

/** The columns as proposed, each to be changed, with the first rows; and what the rows are to count as. */
export async function ColumnForm({ one, columns }: { one: BatchShown; columns: ColumnsToConfirm }) {
  const t = await getTranslations('results')
  return (
    <ActionForm action={confirmColumnsAction} refusals={t.raw('refusal')} label={t('columns.title')}>
      <input type="hidden" name="batchId" value={one.id} />
      {columns.isRemembered ? <Notice tone="note">{t('columns.remembered')}</Notice> : null}
      {columns.hiddenSheets.length > 0 ? (
        <p className="text-ink-2">{t('columns.hidden', { sheets: columns.hiddenSheets.join('、') })}</p>
      ) : null}
      <h2 className="mt-6 mb-1 text-xl">{t('columns.title')}</h2>
      <p className="mb-4 text-ink-2">{t('columns.lead')}</p>
      {columns.sheets.map((sheet, i) => (
        <SheetColumns key={sheet.sheet} sheet={sheet} index={i} isOnly={columns.sheets.length === 1} />
      ))}
      <CountsAsFields one={one} columns={columns} />
      <button type="submit" className="button button-primary">
        {t('columns.confirm')}
      </button>
    </ActionForm>
  )
}

async function SheetColumns({ sheet, index, isOnly }: { sheet: Sheet; index: number; isOnly: boolean }) {
  const t = await getTranslations('results')
  return (
    <section className="mb-6" aria-label={sheet.sheet || t('columns.title')}>
      {isOnly ? null : <h3 className="mb-1 text-lg">{sheet.sheet}</h3>}
      <p className="mb-2 text-ink-2 text-sm tabular-nums">
        {t('columns.rows', { rows: sheet.dataRows })} <Ignored ignored={sheet.ignored} />
      </p>
      <table className="cards-table">
        <thead>
          <tr>
            <th scope="col">{t('columns.column')}</th>
            <th scope="col">{t('columns.use')}</th>
            <th scope="col">{t('columns.first')}</th>
          </tr>
        </thead>
        <tbody>
          {sheet.columns.map((column, at) => (
            <tr key={column.column}>
              <th scope="row" className="font-normal md:w-1/3">
                <span className="text-ink-3 text-sm">{column.letters}</span> {column.header.slice(0, 60)}
              </th>
              <td data-label={t('columns.use')} className="md:w-48">
                <select
                  className="input"
                  name={`use.${index}.${column.column}`}
                  defaultValue={column.use}
                  aria-label={t('columns.useOf', { column: `${column.letters} ${column.header.slice(0, 60)}` })}
                >
                  {RESULT_USES.map((use) => (
                    <option key={use} value={use}>
                      {t(`use.${use}`)}
                    </option>
                  ))}
                </select>
              </td>
              <td data-label={t('columns.first')} className="text-ink-2 text-sm">
                {sheet.first
                  .map(({ cells }) => cells[at])
                  .filter(Boolean)
                  .join(' · ') || '—'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** Rows that were passed over, by why. */
async function Ignored({ ignored }: Pick<ResultReading, 'ignored'>) {
  const t = await getTranslations('results')
  const told = ignored.filter(({ because }) => because === 'total' || because === 'signature')
  if (told.length === 0) return null
  return t('columns.ignored', {
    rows: told
      .map(({ row }) => row)
      .slice(0, 20)
      .join('、'),
  })
}
