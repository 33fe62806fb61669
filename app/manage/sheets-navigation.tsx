import { getTranslations } from 'next-intl/server'
import { SubNavigation } from '@/ui/layout/sub-navigation'

const PAGES = { roster: '/manage/roster/imports', results: '/manage/results', fillBack: '/manage/fill-back' } as const
const ORDER = ['roster', 'results', 'fillBack'] as const

/** What comes in from the office and goes out again: roster, earlier results, the office's own sheet. */
export async function SheetsNavigation({ current }: { current: (typeof ORDER)[number] }) {
  const t = await getTranslations('results')
  const pages = ORDER.map((page) => ({ href: PAGES[page], label: t(`sub.${page}`), current: page === current }))
  return <SubNavigation label={t('sub.label')} pages={pages} />
}
