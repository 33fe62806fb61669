import { getTranslations } from 'next-intl/server'

/** Whose layout is shown; a plain GET form, left out where there is nothing to choose. */
export async function RegionChoice({
  regions,
  chosen,
}: {
  regions: readonly { code: string; name: string; depth: number }[]
  chosen: string
}) {
  if (regions.length < 2) return null
  const t = await getTranslations('links')
  return (
    <form method="get" className="flex flex-wrap items-end gap-3">
      <label className="block">
        <span className="block text-sm">{t('manage.region')}</span>
        <select name="region" className="input" defaultValue={chosen}>
          {regions.map((region) => (
            <option key={region.code} value={region.code}>
              {'　'.repeat(region.depth)}
              {region.name}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" className="button">
        {t('layout.show')}
      </button>
    </form>
  )
}
