import { getTranslations } from 'next-intl/server'
import { SubNavigation } from '@/ui/layout/sub-navigation'

/** The pages through which sheets come in and go out again. */
export async function FillBackNavigation() {
  const t = await getTranslations('fillback')
  return (
    <SubNavigation
      label={t('nav.label')}
      pages={[
        { href: '/manage/roster/imports', label: t('nav.roster') },
        { href: '/manage/results', label: t('nav.results') },
        { href: '/manage/fill-back', label: t('nav.fillBack'), current: true },
      ]}
    />
  )
}
