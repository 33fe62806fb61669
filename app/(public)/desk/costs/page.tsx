import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { deskInput } from '@/features/desk/input'
import { foundCosts } from '@/features/desk/queries/costs'
import { DeskPage } from '@/features/desk/ui/desk-page'
import { SearchForm } from '@/features/desk/ui/search-form'
import { EmptyState } from '@/ui/layout/empty-state'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('desk'))('costs.title') }
}

/** 这笔钱算不算: kinds of cost with their class for the super-deduction, and how others see them. */
export default async function CostsPage({ searchParams }: PageProps<'/desk/costs'>) {
  const { search } = deskInput.parse(await searchParams)
  const t = await getTranslations('desk')
  const costs = foundCosts(search)
  return (
    <DeskPage current="/desk/costs" title={t('costs.title')} lead={t('costs.lead')}>
      <SearchForm action="/desk/costs" search={search} label={t('costs.label')} />
      {costs.length === 0 ? (
        <EmptyState title={t('nothing', { search })}>
          <p>{t('costs.nothingText')}</p>
        </EmptyState>
      ) : (
        <ul className="border-rule border-t" lang="zh-CN">
          {costs.map((cost) => (
            <li key={cost.id} className="border-rule border-b py-4">
              <h2 className="font-serif text-lg">{cost.name}</h2>
              <p className={cost.tax ? 'text-pine' : 'text-cinnabar'}>
                <span aria-hidden="true">{cost.tax ? '✓ ' : '✗ '}</span>
                {cost.tax ? t('costs.yes', { kind: cost.tax }) : t('costs.no')}
              </p>
              <p>{cost.why}</p>
              {cost.stat ? <p className="text-ink-2">{t('costs.stat', { say: cost.stat })}</p> : null}
              {cost.hnte ? <p className="text-ink-2">{t('costs.hnte', { say: cost.hnte })}</p> : null}
              <p className="text-ink-3 text-sm">
                {t('costs.cite', { doc: cost.cite.doc, article: cost.cite.article ?? '' })}
              </p>
            </li>
          ))}
        </ul>
      )}
    </DeskPage>
  )
}
