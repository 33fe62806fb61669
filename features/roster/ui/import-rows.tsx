import { getTranslations } from 'next-intl/server'
import type { Conflict } from '@/domain/roster/plan-change'
import type { Problem } from '@/domain/roster/sheet'
import { chooseForRowAction } from '../actions'
import type { ShownImportRow } from '../queries/import-page'
import { ActionForm } from '@/ui/forms/action-form'

/** The rows of one import as understood, with problems, changes and questions. */
export async function ImportRows({
  importId,
  rows,
  isStaged,
}: {
  importId: string
  rows: readonly ShownImportRow[]
  isStaged: boolean
}) {
  const t = await getTranslations('roster')
  return (
    <table className="cards-table">
      <caption className="sr-only">{t('import.counts')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('enterprise')}</th>
          <th scope="col">{t('import.understood')}</th>
          <th scope="col">{t('imports.state')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.position}>
            <th scope="row" className="font-normal md:w-1/3">
              {row.row > 0 ? (
                <span className="block text-ink-3 text-sm">
                  {row.sheet
                    ? t('import.sheetRow', { sheet: row.sheet, row: row.row })
                    : t('import.row', { row: row.row })}
                </span>
              ) : null}
              {row.name || '—'}
              <span className="block text-ink-3 text-sm tabular-nums">{row.uscc}</span>
            </th>
            <td data-label={t('import.understood')} className="md:w-1/4">
              {row.place || '—'}
              <span className="block text-sm">
                {row.head ? `${t('head')} ${row.head}` : ''}
                {row.clerks.length > 0 ? ` ${t('clerks')} ${row.clerks.join('、')}` : ''}
              </span>
            </td>
            <td>
              <Outcome row={row} importId={importId} isStaged={isStaged} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

async function Outcome({ row, importId, isStaged }: { row: ShownImportRow; importId: string; isStaged: boolean }) {
  const t = await getTranslations('roster')
  const changes = row.changes.map((change) => t(`change.${change}`)).join('、')
  return (
    <>
      <strong>{t(`verdict.${row.verdict}`)}</strong>
      {row.mergedIntoRow ? <span className="block text-sm">{t('import.merged')}</span> : null}
      {changes && row.verdict === 'CHANGED' ? (
        <span className="block text-ink-2 text-sm">{t('import.changes', { changes })}</span>
      ) : null}
      {row.problems.length > 0 ? (
        <ul>
          {row.problems.map((problem) => (
            <ProblemLine key={`${problem.code}${problem.column}${problem.found}`} problem={problem} />
          ))}
        </ul>
      ) : null}
      {row.conflicts.length > 0 ? <Conflicts row={row} importId={importId} isStaged={isStaged} /> : null}
    </>
  )
}

async function ProblemLine({ problem }: { problem: Problem }) {
  const t = await getTranslations('roster')
  const expected = problem.expected ? ` ${expectedOf(problem, t)}` : ''
  return (
    <li className={`mt-1 text-sm ${problem.isWarning ? 'text-ochre' : 'text-cinnabar'}`}>
      {problem.column ? <span className="font-medium">{t('import.where', { column: problem.column })}</span> : null}
      {t(`code.${problem.code}`)}
      {expected}
      {problem.found ? <span className="block text-ink-2">{t('import.found', { found: problem.found })}</span> : null}
      {problem.suggestion ? (
        <span className="block text-ink">{t('import.suggestion', { suggestion: problem.suggestion })}</span>
      ) : null}
    </li>
  )
}

async function Conflicts({ row, importId, isStaged }: { row: ShownImportRow; importId: string; isStaged: boolean }) {
  const t = await getTranslations('roster')
  const sentence = ({ kind, found, current }: Conflict) =>
    t(`conflict.${kind === 'clerk-unplaced' && !current ? 'clerk-unplaced-none' : kind}`, { found, current })
  const asked = (['name', 'head', 'clerk'] as const).flatMap((field) => {
    const conflict = row.conflicts.find(({ kind, options }) => kind.startsWith(field) && options.length > 0)
    return conflict ? [{ field, conflict }] : []
  })
  return (
    <>
      <ul>
        {row.conflicts.map((conflict) => (
          <li key={`${conflict.kind}${conflict.found}`} className="mt-1 text-ochre text-sm">
            {sentence(conflict)}
          </li>
        ))}
      </ul>
      {isStaged && asked.length > 0 ? (
        <ActionForm
          action={chooseForRowAction}
          refusals={t.raw('refusal')}
          className="mt-2 flex flex-wrap items-end gap-2"
        >
          <input type="hidden" name="importId" value={importId} />
          <input type="hidden" name="position" value={row.position} />
          {asked.map(({ field, conflict }) => (
            <RowChoice key={field} field={field} conflict={conflict} chosen={row.choice[field] ?? ''} />
          ))}
          <button type="submit" className="button">
            {t('import.save')}
          </button>
        </ActionForm>
      ) : null}
    </>
  )
}

async function RowChoice({
  field,
  conflict,
  chosen,
}: {
  field: 'name' | 'head' | 'clerk'
  conflict: Conflict
  chosen: string
}) {
  const t = await getTranslations('roster')
  const options =
    field === 'clerk'
      ? [
          ...conflict.candidates.map(({ seatId, name }) => ({
            value: `replace:${seatId}`,
            label: t('choose.replaceWho', { name }),
          })),
          ...['add', 'keep'].map((value) => ({ value, label: t(`choose.${value}`) })),
        ]
      : conflict.options.map((value) => ({ value, label: t(`choose.${value}`) }))
  return (
    <label className="block text-sm">
      {t(`choose.${field}`)}
      <select className="input" name={field} defaultValue={chosen} key={chosen}>
        <option value="">{t('choose.later')}</option>
        {options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </label>
  )
}

/** What should have been: the row that says otherwise, or the check character that the first 17 would give. */
function expectedOf(
  { code, expected = '' }: Problem,
  t: Awaited<ReturnType<typeof getTranslations<'roster'>>>,
): string {
  if (code === 'uscc-check-digit') return t('import.checkCharacter', { expected })
  const [, sheet = '', row = ''] = /^(.*) (\d+)$/.exec(expected) ?? []
  return sheet ? t('import.sheetRow', { sheet, row }) : t('import.row', { row })
}
