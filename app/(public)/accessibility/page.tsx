import { getTranslations } from 'next-intl/server'
import { PageShell } from '@/ui/layout/page-shell'
import { PageTitle } from '@/ui/layout/page-title'

export default async function AccessibilityPage() {
  const t = await getTranslations('front.accessibilityPage')
  return (
    <PageShell>
      <PageTitle>{t('title')}</PageTitle>
      <div className="prose">
        <p>{t('lead')}</p>
        <p>{t('browsers')}</p>
        <p>{t('report')}</p>
      </div>
    </PageShell>
  )
}
