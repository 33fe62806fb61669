import { readyRegions } from '../ready-regions'
import { writeReadyRegionsAction } from '../region-actions'
import { ActionForm } from '@/ui/forms/action-form'

/** Loads the list that comes with the product; nothing for a city that has none. `label` is told the numbers. */
export function ReadyRegionsForm(props: {
  cityCode: string
  refusals: Record<string, string>
  label: (numbers: { counties: number; zones: number; townships: number }) => string
}) {
  const listed = readyRegions(props.cityCode)
  if (!listed) return null
  const count = (kind: string) => listed.filter((one) => one.kind === kind).length
  return (
    <ActionForm action={writeReadyRegionsAction} refusals={props.refusals}>
      <input type="hidden" name="from" value="start" />
      <button type="submit" className="button button-primary">
        {props.label({ counties: count('COUNTY'), zones: count('ZONE'), townships: count('TOWNSHIP') })}
      </button>
    </ActionForm>
  )
}
