import { getTranslations } from 'next-intl/server'
import { PageShell } from '@/ui/layout/page-shell'
import { PageTitle } from '@/ui/layout/page-title'

/** What stands there instead when a personal link is over: rendered as a page, as a 404 of the framework is empty without scripts. */
export async function LinkOver() {
  const t = await getTranslations('links.over')
  return (
    <PageShell>
      <PageTitle>{t('title')}</PageTitle>
      <p>{t('text')}</p>
      <p className="mt-4">
        <a className="button" href="/l">
          {t('code')}
        </a>
      </p>
    </PageShell>
  )
}
