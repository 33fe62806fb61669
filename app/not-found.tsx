import { getTranslations } from 'next-intl/server'
import { PageShell } from '@/ui/layout/page-shell'

export default async function NotFoundPage() {
  const t = await getTranslations('front')
  return (
    <PageShell>
      <h1 className="text-2xl">{t('notFound.title')}</h1>
      <p className="mt-2 text-ink-2">{t('notFound.text')}</p>
      <p className="mt-6">
        <a className="button" href="/">
          {t('notFound.home')}
        </a>
      </p>
    </PageShell>
  )
}
