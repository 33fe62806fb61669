import { getTranslations } from 'next-intl/server'
import type { StartStep } from '@/domain/start/steps'
import { Notice } from '@/ui/layout/notice'

/** How far it is, what comes next, or that nothing is left or can be done now. */
export async function StartSummary({ steps, area }: { steps: readonly StartStep[]; area: string }) {
  const t = await getTranslations('start')
  const done = steps.filter(({ state }) => state === 'done').length
  const next = steps.find(({ state }) => state === 'next')
  const isOver = steps.every(({ state }) => state === 'done' || state === 'skipped')
  const rostered = steps.some(({ key, state }) => key === 'roster' && state === 'done')
  const rates = <a href={`/manage/area/${area}`}>{t('toRates')}</a>
  return (
    <>
      <p className="text-lg">
        {t('progress', { done, all: steps.length })}
        {next ? `　${t('nextIs', { step: t(`step.${next.key}.title`) })}` : ''}
      </p>
      {isOver ? (
        <Notice tone="done">
          {t('allDone')} {rates}
        </Notice>
      ) : next ? null : (
        <Notice>{t('waitCity')}</Notice>
      )}
      {rostered && !isOver ? (
        <p className="text-ink-2">
          {t('aside')} {rates}
        </p>
      ) : null}
    </>
  )
}
