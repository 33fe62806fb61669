import { getTranslations } from 'next-intl/server'
import type { Actor } from '@/domain/permissions/actor'
import { mayEver } from '@/domain/permissions/permission'
import { SubNavigation } from '@/ui/layout/sub-navigation'
import { reportQuery } from '../input'

/** The pages of reports, with the programme's settings for officers of the city. */
export async function ReportNavigation(props: {
  actor: Actor
  current: 'periods' | 'groupText'
  programmeId: string | null
  region: string
}) {
  const t = await getTranslations('reports')
  const view = reportQuery({ region: props.region, ...(props.programmeId ? { programme: props.programmeId } : {}) })
  const pages = [
    { href: `/manage/reports${view}`, label: t('nav.periods'), current: props.current === 'periods' },
    { href: `/manage/reports/group-text${view}`, label: t('nav.groupText'), current: props.current === 'groupText' },
    { href: '/manage/templates', label: t('nav.templates') },
    ...(props.programmeId && mayEver(props.actor, 'programme.write')
      ? [{ href: `/manage/programmes/${props.programmeId}`, label: t('nav.settings') }]
      : []),
  ]
  return <SubNavigation label={t('nav.label')} pages={pages} />
}
