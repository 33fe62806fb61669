import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { requireActor } from '@/server/auth/actor'
import { PageTitle } from '@/ui/layout/page-title'

const PARTS = [
  'training',
  'awareness',
  'readiness',
  'visits',
  'days',
  'vacant',
  'display',
  'evidence',
  'change',
] as const

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('definitions'))('title') }
}

/** What each rate counts, in words; the formulas themselves are domain/rates. */
export default async function DefinitionsPage() {
  await requireActor('rates.read')
  const t = await getTranslations('definitions')
  return (
    <div className="max-w-2xl">
      <PageTitle beneath={t('source')}>{t('title')}</PageTitle>
      <dl className="prose">
        {PARTS.map((part) => (
          <div key={part}>
            <dt className="font-semibold">{t(`${part}.name`)}</dt>
            <dd>{t(`${part}.text`)}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
