import { getTranslations } from 'next-intl/server'

/** One field to look things up; a plain form. */
export async function SearchForm({ action, search, label }: { action: string; search: string; label: string }) {
  const t = await getTranslations('desk')
  return (
    <form action={action} className="mb-6 flex flex-wrap items-end gap-3">
      <label className="block min-w-0 grow">
        {label}
        <input className="input" type="search" name="search" defaultValue={search} maxLength={60} />
      </label>
      <button type="submit" className="button">
        {t('find')}
      </button>
    </form>
  )
}
