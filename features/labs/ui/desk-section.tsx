import type { CellResult } from '@/domain/labs/grade'
import styles from './desk.module.css'
import choices from './desk-choices.module.css'
import { CheckText, DeskControl, shownCheck } from './desk-control'
import type { DeskCell, DeskChecks, DeskEntry, DeskSection as Section } from './desk-props'

type Props = {
  section: Section
  cells: ReadonlyMap<string, DeskCell>
  checkOf(cell: DeskCell): CellResult | null
  choose: string
  checks: DeskChecks | null
}

/** The cells of one step, one below the other or as a table. */
export function DeskSection(props: Props) {
  const { section } = props
  const isRows = section.layout === 'table' && isOfChoices(section, props.cells)
  return (
    <fieldset className={isRows ? `${styles.step} ${choices.step}` : styles.step}>
      <legend lang="zh-CN">{section.label}</legend>
      <p className="text-ink-2 text-sm" lang="zh-CN">
        {section.hint}
      </p>
      {section.layout === 'list' ? section.cells.map((id) => <ListCell key={id} {...props} id={id} />) : null}
      {section.layout === 'table' && isRows ? <ChoiceRows {...props} section={section} /> : null}
      {section.layout === 'table' && !isRows ? <SectionTable {...props} section={section} /> : null}
    </fieldset>
  )
}

function ListCell({ id, cells, checkOf, choose, checks }: Props & { id: string }) {
  const cell = cells.get(id)
  if (!cell) return null
  const check = shownCheck(checkOf(cell))
  return (
    <div className={styles.cellRow} data-desk-row="">
      <label htmlFor={`cell-${id}`} lang="zh-CN">
        {cell.label}
        {cell.unit ? <span className="text-ink-3 text-sm">（{cell.unit}）</span> : null}
      </label>
      <DeskControl cell={cell} check={check} choose={choose} />
      <output id={`cell-${id}-check`} htmlFor={`cell-${id}`} className={styles.check}>
        {check && checks ? <CheckText check={check} checks={checks} /> : null}
      </output>
    </div>
  )
}

type TableSection = Extract<Section, { layout: 'table' }>

/** Whether a row asks for two choices or more: their words need the width of the form. */
function isOfChoices({ rows }: TableSection, cells: Props['cells']): boolean {
  const asked = (rows[0]?.entries ?? []).filter(
    (entry) => 'cell' in entry && cells.get(entry.cell)?.kind.kind === 'choice',
  )
  return asked.length > 1
}

/** The rows of a table one below the other, each with what was found about it. */
function ChoiceRows({ section, ...props }: Omit<Props, 'section'> & { section: TableSection }) {
  const entry = (one: DeskEntry, label: string) =>
    'cell' in one ? (
      <div key={one.cell} className={choices.labelled}>
        <span aria-hidden="true">{label}</span>
        <TableCell {...props} id={one.cell} />
      </div>
    ) : (
      <div key={label}>{one.given}</div>
    )
  return (
    <ul className={choices.choiceRows} lang="zh-CN">
      {section.rows.map((row) => (
        <li key={row.head} data-desk-row="">
          <RowHead {...row} />
          <div className={choices.choices}>
            {row.entries.map((one, index) => entry(one, section.columns[index + 1] ?? ''))}
          </div>
          <Remarks {...props} ids={cellsIn(row.entries)} />
        </li>
      ))}
    </ul>
  )
}

/** The name of a row; beside the papers it leads to the one it is about. */
function RowHead({ head, paper }: { head: string; paper: string | null }) {
  if (paper === null) return <p>{head}</p>
  return (
    <p>
      <a className={choices.toPaper} href={`#paper-${paper}`}>
        {head}
      </a>
      <span className={choices.alone}>{head}</span>
    </p>
  )
}

function cellsIn(entries: readonly DeskEntry[]): string[] {
  return entries.flatMap((entry) => ('cell' in entry ? [entry.cell] : []))
}

/** What was found about cells that are not right. */
function Remarks({ ids, cells, checkOf, checks }: Omit<Props, 'section'> & { ids: readonly string[] }) {
  return (
    <ul className={styles.remarks} aria-live="polite">
      {ids.map((id) => {
        const cell = cells.get(id)
        const check = cell ? shownCheck(checkOf(cell)) : null
        if (!cell || !check || !checks || check.verdict === 'right') return null
        return (
          <li key={id}>
            <span lang="zh-CN">{cell.label}</span>：<CheckText check={check} checks={checks} />
          </li>
        )
      })}
    </ul>
  )
}

function SectionTable({ section, ...props }: Omit<Props, 'section'> & { section: TableSection }) {
  return (
    <>
      <div className={styles.scroll}>
        <table className={styles.form} lang="zh-CN">
          <thead>
            <tr>
              {section.columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {section.rows.map((row) => (
              <tr key={row.head} data-desk-row="">
                <th scope="row">{row.head}</th>
                {row.entries.map((entry, index) =>
                  'cell' in entry ? (
                    <td key={entry.cell}>
                      <TableCell {...props} id={entry.cell} />
                    </td>
                  ) : (
                    <td key={`${section.columns[index + 1]}`} className={entry.isNumber ? styles.amount : ''}>
                      {entry.given}
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Remarks {...props} ids={section.rows.flatMap(({ entries }) => cellsIn(entries))} />
    </>
  )
}

function TableCell({ id, cells, checkOf, choose, checks }: Omit<Props, 'section'> & { id: string }) {
  const cell = cells.get(id)
  if (!cell) return null
  const check = shownCheck(checkOf(cell))
  return (
    <span className={styles.tableCell}>
      <DeskControl cell={cell} check={check} choose={choose} labelledBy={cell.label} />
      <output id={`cell-${id}-check`} htmlFor={`cell-${id}`} className={styles.mark}>
        {check && checks ? (
          <span className={check.verdict === 'right' ? 'text-pine' : 'text-cinnabar'}>
            <span aria-hidden="true">{check.verdict === 'right' ? '✓' : '✗'}</span>
            <span className="sr-only">{checks.verdicts[check.verdict]}</span>
          </span>
        ) : null}
      </output>
    </span>
  )
}
