import { getTranslations } from 'next-intl/server'
import type { View } from '../input'

/** What the figures are of: programme, key enterprises or whole roster, as of which day. A plain form in the address. */
export async function ViewControls(props: {
  action: string
  view: View
  programmeId: string
  programmes: readonly { id: string; name: string }[]
  today: string
  hidden?: Record<string, string | undefined>
  /** Asks for a day to compare with, too; the one chosen or ''. */
  since?: string
}) {
  const t = await getTranslations('rates')
  return (
    <form action={props.action} method="get" className="mb-6 flex flex-wrap items-end gap-3 print:hidden">
      {Object.entries(props.hidden ?? {}).map(([name, value]) =>
        value ? <input key={name} type="hidden" name={name} value={value} /> : null,
      )}
      {props.programmes.length > 1 ? (
        <label className="block text-sm">
          {t('programme')}
          <select className="input" name="programme" defaultValue={props.programmeId}>
            {props.programmes.map((one) => (
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
      <label className="block text-sm">
        {t('asOf')}
        <input className="input" type="date" name="on" defaultValue={props.view.on ?? ''} max={props.today} />
      </label>
      {props.since === undefined ? null : (
        <label className="block text-sm">
          {t('since')}
          <input className="input" type="date" name="since" defaultValue={props.since} max={props.today} />
        </label>
      )}
      <button type="submit" className="button">
        {t('show')}
      </button>
    </form>
  )
}
