import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { addDays } from '@/domain/calendar/day'
import { programmePage } from '@/features/programmes/queries/programme-page'
import { ClosingDayForm } from '@/features/programmes/ui/closing-day-form'
import { requireActor } from '@/server/auth/actor'
import { Breadcrumbs } from '@/ui/layout/breadcrumbs'
import { Notice } from '@/ui/layout/notice'
import { PageTitle } from '@/ui/layout/page-title'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('programmes'))('settings.title') }
}

/** A programme's closing day and until when both rules stand side by side; for officers of the city. */
export default async function ProgrammePage({ params, searchParams }: PageProps<'/manage/programmes/[id]'>) {
  await requireActor('programme.write')
  const programme = await programmePage((await params).id)
  if (!programme) notFound()
  const isSaved = (await searchParams).saved === '1'
  const t = await getTranslations('programmes')
  const rates = await getTranslations('rates')
  const common = await getTranslations('common')
  const reports = await getTranslations('reports')
  const sentences = {
    closingDay: t('settings.closingDay'),
    closingDayHint: t('settings.closingDayHint'),
    bothRulesUntilOn: t('settings.bothRulesUntilOn'),
    bothRulesHint: t('settings.bothRulesHint'),
    save: t('settings.save'),
    'bad-closing-day': t('settings.bad-closing-day'),
    'bad-day': t('bad-day'),
    'not-found': t('settings.not-found'),
  }
  const above = [
    { href: `/manage/reports?programme=${programme.id}`, label: reports('title') },
    { label: t('settings.title') },
  ]
  const days = programme.toOn
    ? t('settings.days', { from: programme.fromOn, to: addDays(programme.toOn, -1) })
    : t('settings.daysOpen', { from: programme.fromOn })
  return (
    <div className="max-w-xl">
      <PageTitle above={<Breadcrumbs label={common('breadcrumbs')} items={above} />} beneath={days}>
        {programme.name}
      </PageTitle>
      {isSaved ? (
        <Notice tone="done" live>
          {t('settings.saved')}
        </Notice>
      ) : null}
      <ClosingDayForm
        sentences={sentences}
        programmeId={programme.id}
        closingDay={programme.closingDay}
        bothRulesUntilOn={programme.bothRulesUntilOn}
      />
      <h2 className="mt-8 mb-2 text-xl">{t('settings.rules')}</h2>
      <ul className="list-disc pl-5 text-ink-2">
        {programme.rules.map((rule) => (
          <li key={rule.fromOn}>
            {t('settings.rule', {
              from: rule.fromOn,
              version: rule.definitionVersion,
              rule: rates(`rule.${rule.trainingRule}`),
            })}
          </li>
        ))}
      </ul>
    </div>
  )
}
