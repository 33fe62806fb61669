import { getTranslations } from 'next-intl/server'
import type { LinkView } from '../queries/link-list'

/** Narrows the list of links; a plain GET form, so that the view stands in the address. */
export async function LinkFilter({
  view,
  regions,
}: {
  view: LinkView
  regions: readonly { code: string; name: string; depth: number }[]
}) {
  const t = await getTranslations('links.manage')
  return (
    <form method="get" aria-label={t('filter')} className="flex flex-wrap items-end gap-4">
      <label className="block">
        <span className="block text-sm">{t('region')}</span>
        <select name="region" className="input" defaultValue={view.region ?? ''}>
          <option value="">{t('allRegions')}</option>
          {regions.map((region) => (
            <option key={region.code} value={region.code}>
              {'　'.repeat(region.depth)}
              {region.name}
            </option>
          ))}
        </select>
      </label>
      <label className="block">
        <span className="block text-sm">{t('kind')}</span>
        <select name="kind" className="input" defaultValue={view.kind ?? ''}>
          <option value="">{t('kinds.all')}</option>
          <option value="HEAD">{t('kinds.HEAD')}</option>
          <option value="CLERK">{t('kinds.CLERK')}</option>
        </select>
      </label>
      <label className="block">
        <span className="block text-sm">{t('search')}</span>
        <input name="search" className="input" defaultValue={view.search ?? ''} maxLength={40} />
      </label>
      <label className="flex min-h-11 items-center gap-2">
        <input type="checkbox" name="unopened" value="1" defaultChecked={view.unopened === true} className="size-5" />
        {t('unopened')}
      </label>
      <label className="flex min-h-11 items-center gap-2">
        <input type="checkbox" name="open" value="1" defaultChecked={view.open === true} className="size-5" />
        {t('open')}
      </label>
      <button type="submit" className="button">
        {t('apply')}
      </button>
    </form>
  )
}
