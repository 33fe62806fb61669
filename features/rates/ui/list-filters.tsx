import { getTranslations } from 'next-intl/server'
import { listStates } from '../input'
import type { ListView } from '../input'

/** Filter, search and order of a list, all in the address. */
export async function ListFilters({ action, view }: { action: string; view: ListView }) {
  const t = await getTranslations('rates')
  const hidden = { programme: view.programme, region: view.region, on: view.on, rule: view.rule }
  return (
    <form action={action} method="get" className="mb-4 flex flex-wrap items-end gap-3 print:hidden">
      {Object.entries(hidden).map(([name, value]) =>
        value ? <input key={name} type="hidden" name={name} value={value} /> : null,
      )}
      <label className="block text-sm">
        {t('roster')}
        <select className="input" name="roster" defaultValue={view.roster}>
          <option value="key">{t('rosterKey')}</option>
          <option value="all">{t('rosterAll')}</option>
        </select>
      </label>
      <label className="block text-sm">
        {t('list.state')}
        <select className="input" name="state" defaultValue={view.state}>
          {listStates.map((state) => (
            <option key={state} value={state}>
              {t(`list.${state}`)}
            </option>
          ))}
        </select>
      </label>
      <label className="block text-sm">
        {t('list.sort')}
        <select className="input" name="sort" defaultValue={view.sort}>
          <option value="name">{t('list.sortName')}</option>
          <option value="region">{t('list.sortRegion')}</option>
        </select>
      </label>
      <label className="block grow text-sm">
        {t('list.search')}
        <input className="input" type="search" name="search" defaultValue={view.search} maxLength={60} />
      </label>
      <button type="submit" className="button">
        {t('show')}
      </button>
    </form>
  )
}
