import { getTranslations } from 'next-intl/server'
import type { PeriodInView } from '../queries/period-in-view'
import { instantText } from './instant-text'

/** What the figures are: frozen when and by which definition, or so far and not closed yet. */
export async function PeriodAbout({
  period,
  programme,
}: {
  period: PeriodInView
  programme: { name: string; isDemonstration: boolean }
}) {
  const t = await getTranslations('reports')
  const rates = await getTranslations('rates')
  const state = period.frozenAt
    ? t('frozenAt', { at: instantText(period.frozenAt) })
    : t('openUntil', { day: period.lastDay, on: period.on })
  return (
    <p className="mb-6 text-ink-2 text-sm">
      {programme.name} · {state} ·{' '}
      <a href="/manage/definitions">
        {rates('definition', { version: period.definitionVersion, rule: rates(`rule.${period.trainingRule}`) })}
      </a>
      {programme.isDemonstration ? <span className="block text-ochre">{rates('demonstration')}</span> : null}
    </p>
  )
}
