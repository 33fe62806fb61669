import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { deskInput } from '@/features/desk/input'
import { DeskPage } from '@/features/desk/ui/desk-page'
import { SearchForm } from '@/features/desk/ui/search-form'
import { searchContent } from '@/server/content/search'
import { EmptyState } from '@/ui/layout/empty-state'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('desk'))('title') }
}

/** 速查: look something up in lessons, terms, kinds of cost and documents; nobody needs an account. */
export default async function DeskSearchPage({ searchParams }: PageProps<'/desk'>) {
  const { search } = deskInput.parse(await searchParams)
  const t = await getTranslations('desk')
  const found = search ? searchContent(search) : []
  return (
    <DeskPage current="/desk" title={t('title')} lead={t('lead')}>
      <SearchForm action="/desk" search={search} label={t('label')} />
      {search && found.length === 0 ? (
        <EmptyState title={t('nothing', { search })}>
          <p>{t('nothingText')}</p>
        </EmptyState>
      ) : null}
      {found.length > 0 ? (
        <ol className="border-rule border-t">
          {found.map((one) => (
            <li key={one.id} className="border-rule border-b py-3" lang="zh-CN">
              <p className="text-ink-3 text-sm">
                {t(`kind.${one.kind}`)}
                {one.beneath ? ` · ${one.beneath}` : ''}
              </p>
              <a className="inline-flex min-h-11 items-center font-serif text-lg" href={one.href}>
                {one.title}
              </a>
              <p className="text-ink-2">{one.excerpt}</p>
            </li>
          ))}
        </ol>
      ) : null}
    </DeskPage>
  )
}
