import type { CellResult } from '@/domain/labs/grade'
import { isFigure } from '@/domain/labs/cell-value'
import styles from './desk.module.css'
import type { DeskCell, DeskChecks } from './desk-props'

type Props = { cell: DeskCell; check: CellResult | null; choose: string; labelledBy?: string }

/** The place of a cell where one types or chooses; `was-…` tells the server what this page began with. */
export function DeskControl({ cell, check, choose, labelledBy }: Props) {
  const id = `cell-${cell.id}`
  const common = {
    id,
    name: id,
    'aria-describedby': `${id}-check`,
    ...(labelledBy ? { 'aria-label': labelledBy } : {}),
    ...(isWrong(check) ? { 'aria-invalid': true } : {}),
  }
  return (
    <>
      {control(cell, common, choose)}
      <input type="hidden" name={`was-${cell.id}`} value={cell.value} />
    </>
  )
}

function control(cell: DeskCell, common: { id: string; name: string }, choose: string) {
  const { kind } = cell.kind
  if (kind === 'choices') return <Boxes cell={cell} name={common.name} />
  if (kind === 'choice' || kind === 'yes-no') {
    return (
      <select {...common} className={`input ${styles.choice}`} defaultValue={cell.value}>
        <option value="">{choose}</option>
        {cell.options.map((option) => (
          <option key={option.id} value={option.id}>
            {option.label}
          </option>
        ))}
      </select>
    )
  }
  const isNumber = isFigure(cell.kind)
  return (
    <input
      {...common}
      className={`input ${isNumber ? styles.figure : ''}`}
      type="text"
      inputMode={isNumber ? 'decimal' : 'text'}
      maxLength={isNumber ? 40 : 300}
      defaultValue={cell.value}
    />
  )
}

/** The empty field makes sure that a form without any tick says so. */
function Boxes({ cell, name }: { cell: DeskCell; name: string }) {
  const chosen = cell.value.split(',')
  return (
    <fieldset className={styles.boxes} aria-label={cell.label} id={name}>
      <input type="hidden" name={name} value="" />
      {cell.options.map((option) => (
        <label key={option.id}>
          <input type="checkbox" name={name} value={option.id} defaultChecked={chosen.includes(option.id)} />{' '}
          {option.label}
        </label>
      ))}
    </fieldset>
  )
}

/** The verdict of a cell in words, with why it is wrong when that is known. */
export function CheckText({ check, checks }: { check: CellResult; checks: DeskChecks }) {
  const isRight = check.verdict === 'right'
  return (
    <span className={isRight ? 'text-pine' : 'text-cinnabar'}>
      <span aria-hidden="true">{isRight ? '✓ ' : '✗ '}</span>
      {checks.verdicts[check.verdict]}
      {check.path ? <span className="text-ink-2"> {checks.reasons[check.path]}</span> : null}
    </span>
  )
}

/** A check worth showing: a cell left empty is no mistake yet. */
export function shownCheck(check: CellResult | null): CellResult | null {
  return check && check.verdict !== 'blank' ? check : null
}

function isWrong(check: CellResult | null): boolean {
  return check !== null && check.verdict !== 'right'
}
