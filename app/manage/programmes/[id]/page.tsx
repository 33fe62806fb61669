import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { addDays } from '@/domain/calendar/day'
import { programmePage } from '@/features/programmes/queries/programme-page'
import { programmeRequirements } from '@/features/programmes/queries/programme-requirements'
import { ClosingDayForm } from '@/features/programmes/ui/closing-day-form'
import { FreezeForm, LeagueForm, TrainingRuleForm } from '@/features/programmes/ui/programme-changes'
import { RequirementForm } from '@/features/programmes/ui/requirement-form'
import { RequirementTable } from '@/features/programmes/ui/requirement-table'
import { requireActor } from '@/server/auth/actor'
import { shanghaiToday } from '@/server/clock'
import { subjectTitles } from '@/server/content/subject-titles'
import { Breadcrumbs } from '@/ui/layout/breadcrumbs'
import { Notice } from '@/ui/layout/notice'
import { PageTitle } from '@/ui/layout/page-title'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('programmes'))('settings.title') }
}

/** A programme's closing day, rules, requirements and settled days; for officers of the city. */
export default async function ProgrammePage({ params, searchParams }: PageProps<'/manage/programmes/[id]'>) {
  await requireActor('programme.write')
  const programme = await programmePage((await params).id)
  if (!programme) notFound()
  const tomorrow = addDays(shanghaiToday(), 1)
  const { requirements, run } = await programmeRequirements(programme.id)
  const isSaved = (await searchParams).saved === '1'
  const t = await getTranslations('programmes')
  const rates = await getTranslations('rates')
  const common = await getTranslations('common')
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
  const above = [{ href: '/manage/programmes', label: t('list.title') }, { label: t('settings.title') }]
  const days = programme.toOn
    ? t('settings.days', { from: programme.fromOn, to: addDays(programme.toOn, -1) })
    : t('settings.daysOpen', { from: programme.fromOn })
  return (
    <>
      <PageTitle above={<Breadcrumbs label={common('breadcrumbs')} items={above} />} beneath={days}>
        {programme.name}
      </PageTitle>
      {isSaved ? (
        <Notice tone="done" live>
          {t('settings.saved')}
        </Notice>
      ) : null}
      <div className="max-w-xl">
        <ClosingDayForm
          sentences={sentences}
          programmeId={programme.id}
          closingDay={programme.closingDay}
          bothRulesUntilOn={programme.bothRulesUntilOn}
        />
      </div>
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
      <details>
        <summary className="min-h-11 cursor-pointer py-2 text-indigo">{t('settings.changeRule')}</summary>
        <TrainingRuleForm programmeId={programme.id} tomorrow={tomorrow} />
      </details>
      <h2 className="mt-8 mb-2 text-xl">{t('requirements.title')}</h2>
      <p className="mb-2 max-w-2xl text-ink-2">{t('requirements.lead')}</p>
      {run && !run.isFinished ? (
        <Notice tone="note" live>
          {t('requirements.counting', { done: run.done, total: run.total })}
        </Notice>
      ) : null}
      <RequirementTable
        programmeId={programme.id}
        requirements={requirements}
        titleOf={subjectTitles()}
        tomorrow={tomorrow}
      />
      <details className="mt-4">
        <summary className="min-h-11 cursor-pointer py-2 text-indigo">{t('requirements.add')}</summary>
        <RequirementForm programmeId={programme.id} tomorrow={tomorrow} />
      </details>
      <h2 className="mt-8 mb-2 text-xl">{t('freeze.title')}</h2>
      <p className="mb-2 max-w-2xl text-ink-2">{t('freeze.lead')}</p>
      <FreezeForm programmeId={programme.id} frozenOn={programme.frozenOn} />
      <h2 className="mt-8 mb-2 text-xl">{t('league.title')}</h2>
      <p className="mb-2 max-w-2xl text-ink-2">{t('league.lead')}</p>
      <LeagueForm programmeId={programme.id} hasLeague={programme.hasLeague} />
    </>
  )
}
