import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'

/** One thing that asks something of the officer: how many, what, and where it is done. Nothing to do = not shown. */
export type TodayItem = { key: string; count: number; href: string; beneath?: ReactNode }

/** What there is to do today, each with the page where it is done. */
export async function TodayList({ items }: { items: readonly TodayItem[] }) {
  const t = await getTranslations('today')
  const open = items.filter(({ count }) => count > 0)
  if (open.length === 0) return <p className="text-ink-2">{t('nothing')}</p>
  return (
    <ul className="max-w-3xl border-rule border-t">
      {open.map(({ key, count, href, beneath }) => (
        <li key={key} className="border-rule border-b py-2">
          <a className="inline-flex min-h-11 items-center" href={href}>
            {t(`item.${key}`, { count })}
          </a>
          {beneath ? <div className="pb-2 text-ink-2 text-sm">{beneath}</div> : null}
        </li>
      ))}
    </ul>
  )
}
