import { getTranslations } from 'next-intl/server'
import type { RosterView } from '../view'

/** Search and filters of the roster, kept in the address. */
export async function RosterFilters({
  view,
  areas,
  programmes,
  programmeId,
}: {
  view: RosterView
  areas: readonly { code: string; name: string }[]
  programmes: readonly { id: string; name: string }[]
  programmeId: string
}) {
  const t = await getTranslations('roster')
  return (
    <form method="get" action="/manage/roster" className="mb-4 flex flex-wrap items-end gap-3">
      {programmes.length > 1 ? (
        <label className="block text-sm">
          {t('imports.programme')}
          <select className="input" name="programme" defaultValue={programmeId}>
            {programmes.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      <label className="block min-w-56 flex-1 text-sm">
        {t('search')}
        <input
          className="input"
          type="search"
          name="search"
          defaultValue={view.search}
          placeholder={t('searchHint')}
          maxLength={60}
        />
      </label>
      <label className="block text-sm">
        {t('region')}
        <select className="input" name="region" defaultValue={view.region ?? ''}>
          <option value="">{t('everywhere')}</option>
          {areas.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label className="block text-sm">
        {t('rosterFilter')}
        <select className="input" name="roster" defaultValue={view.roster}>
          <option value="all">{t('all')}</option>
          <option value="key">{t('key')}</option>
        </select>
      </label>
      <label className="flex min-h-11 items-center gap-2 text-sm">
        <input className="size-5" type="checkbox" name="vacant" value="1" defaultChecked={view.vacant === '1'} />
        {t('vacant')}
      </label>
      <button type="submit" className="button">
        {t('show')}
      </button>
    </form>
  )
}
