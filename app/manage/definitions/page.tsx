import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { mayEver } from '@/domain/permissions/permission'
import { chosenProgramme, reportedProgrammes } from '@/features/reports/queries/reported-programme'
import { requireActor } from '@/server/auth/actor'
import { shanghaiToday } from '@/server/clock'
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
  'closing',
] as const

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('definitions'))('title') }
}

/** What each rate counts, in words; the formulas themselves are domain/rates. */
export default async function DefinitionsPage() {
  const actor = await requireActor('rates.read')
  const programme = mayEver(actor, 'programme.write')
    ? chosenProgramme(await reportedProgrammes(), undefined, shanghaiToday())
    : null
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
      {programme ? (
        <p className="mt-6">
          <a href={`/manage/programmes/${programme.id}`}>{t('setClosingDay', { programme: programme.name })}</a>
        </p>
      ) : null}
    </div>
  )
}
