import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { PageShell } from '@/ui/layout/page-shell'
import { PageTitle } from '@/ui/layout/page-title'

const PLACES = [
  ['/desk', 'title'],
  ['/desk/costs', 'costs.title'],
  ['/desk/glossary', 'glossary.title'],
  ['/desk/timeline', 'timeline.title'],
  ['/desk/answers', 'answers'],
  ['/worksheets', 'worksheets'],
] as const

/** The frame of the reference desk: its places above, the day of the last check beneath. */
export async function DeskPage(props: { current: string; title: string; lead: string; children: ReactNode }) {
  const t = await getTranslations('desk')
  return (
    <PageShell
      width="wide"
      items={PLACES.map(([href, key]) => ({ href, label: t(key), current: href === props.current }))}
    >
      <div className="max-w-3xl">
        <PageTitle beneath={props.lead}>{props.title}</PageTitle>
        {props.children}
        <p className="mt-8 text-ink-3 text-sm">{t('checked')}</p>
      </div>
    </PageShell>
  )
}
