import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { WORKSHEETS, type WorksheetName } from '@/features/worksheets/worksheets'
import { PageShell } from '@/ui/layout/page-shell'
import { PageTitle } from '@/ui/layout/page-title'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('worksheets'))('title') }
}

/** The working templates to take home. */
export default async function WorksheetsPage() {
  const t = await getTranslations('worksheets')
  return (
    <PageShell>
      <PageTitle beneath={t('lead')}>{t('title')}</PageTitle>
      <ul className="border-rule border-t">
        {(Object.keys(WORKSHEETS) as WorksheetName[]).map((name) => (
          <li
            key={name}
            className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-rule border-b py-4"
          >
            <div className="min-w-0 flex-1 basis-80">
              <p className="font-serif text-lg">{t(`books.${name}.title`)}</p>
              <p className="text-ink-2">{t(`books.${name}.about`)}</p>
            </div>
            <a
              className="button"
              href={`/worksheets/${name}`}
              download
              aria-label={t('downloadOf', { title: t(`books.${name}.title`) })}
            >
              {t('download')}
            </a>
          </li>
        ))}
      </ul>
      <p className="mt-6 text-ink-2 text-sm">{t('note')}</p>
    </PageShell>
  )
}
