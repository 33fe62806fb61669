import { getTranslations } from 'next-intl/server'
import type { ReportView } from '../input'

/** Which programme and which roster the figures are of. A plain form in the address. */
export async function ReportControls(props: {
  action: string
  view: Pick<ReportView, 'roster' | 'region'>
  programmes?: readonly { id: string; name: string }[]
  programmeId?: string | null
}) {
  const t = await getTranslations('rates')
  const { programmes = [] } = props
  return (
    <form action={props.action} method="get" className="mb-6 flex flex-wrap items-end gap-3 print:hidden">
      {props.view.region ? <input type="hidden" name="region" value={props.view.region} /> : null}
      {programmes.length > 1 ? (
        <label className="block text-sm">
          {t('programme')}
          <select className="input" name="programme" defaultValue={props.programmeId ?? ''}>
            {programmes.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      <label className="block text-sm">
        {t('roster')}
        <select className="input" name="roster" defaultValue={props.view.roster}>
          <option value="key">{t('rosterKey')}</option>
          <option value="all">{t('rosterAll')}</option>
        </select>
      </label>
      <button type="submit" className="button">
        {t('show')}
      </button>
    </form>
  )
}
