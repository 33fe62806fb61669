import { getTranslations } from 'next-intl/server'
import type { ProgrammeInView } from '../queries/programme-in-view'

/** What the figures on this page are: programme, day, definition and its source. */
export async function FiguresOf(props: {
  programme: ProgrammeInView
  on: string
  isNow: boolean
  /** Absent where the page does not say it. */
  settledOn?: string | null
}) {
  const t = await getTranslations('rates')
  const now = () => {
    if (props.settledOn === undefined) return t('asOfNowPlain')
    return props.settledOn ? t('asOfNow', { day: props.settledOn }) : t('asOfNowUnsettled')
  }
  const when = props.isNow ? now() : t('asOfDay', { day: props.on })
  const { name, definitionVersion, trainingRule, isDemonstration } = props.programme
  return (
    <p className="mb-6 text-ink-2 text-sm">
      {name} · {when} ·{' '}
      <a href="/manage/definitions">
        {t('definition', { version: definitionVersion, rule: t(`rule.${trainingRule}`) })}
      </a>
      {isDemonstration ? <span className="block text-ochre">{t('demonstration')}</span> : null}
    </p>
  )
}
