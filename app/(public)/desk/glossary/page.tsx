import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { DeskPage } from '@/features/desk/ui/desk-page'
import { contentCatalog } from '@/server/content/catalog'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('desk'))('glossary.title') }
}

/** The words of the field, each in a sentence or two. */
export default async function GlossaryPage() {
  const t = await getTranslations('desk')
  const { terms } = contentCatalog().desk
  return (
    <DeskPage current="/desk/glossary" title={t('glossary.title')} lead={t('glossary.lead')}>
      <dl lang="zh-CN">
        {terms.map(({ term, en, say, also, lesson }) => (
          <div key={term} className="border-rule border-b py-3">
            <dt className="font-serif text-lg">
              {term}
              {also.length > 0 ? <span className="text-ink-3 text-sm"> {also.join('、')}</span> : null}
              <span className="block font-sans text-ink-3 text-sm" lang="en">
                {en}
              </span>
            </dt>
            <dd>
              {say}
              {lesson ? (
                <a className="ml-2 inline-flex min-h-11 items-center" href={`/learn/courses/${lesson}`}>
                  {t('glossary.lesson')}
                  <span className="sr-only">{term}</span>
                </a>
              ) : null}
            </dd>
          </div>
        ))}
      </dl>
    </DeskPage>
  )
}
