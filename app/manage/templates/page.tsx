import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PURPOSES, placeholdersOf } from '@/domain/documents/placeholders'
import { templateViewInput } from '@/features/templates/input'
import { templateList } from '@/features/templates/queries/template-list'
import { homeChoices } from '@/features/templates/queries/template-regions'
import { samplesOf } from '@/features/templates/samples/sample-file'
import { PlaceholderTable } from '@/features/templates/ui/placeholder-table'
import { TemplateTable } from '@/features/templates/ui/template-table'
import { UploadForm } from '@/features/templates/ui/upload-form'
import { requireActor } from '@/server/auth/actor'
import { PageTitle } from '@/ui/layout/page-title'
import { SubNavigation } from '@/ui/layout/sub-navigation'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('templates'))('title') }
}

/** The office's templates of one purpose: those there are, a new one, samples, and every placeholder with an example. */
export default async function TemplatesPage({ searchParams }: PageProps<'/manage/templates'>) {
  const actor = await requireActor('template.write')
  const { purpose } = templateViewInput.parse(await searchParams)
  const t = await getTranslations('templates')
  const [templates, regions] = [await templateList(actor, purpose), await homeChoices(actor)]
  const pages = PURPOSES.map((one) => ({
    href: `/manage/templates?purpose=${one}`,
    label: t(`purpose.${one}`),
    current: one === purpose,
  }))
  const list = placeholdersOf(purpose).find(({ kind }) => kind === 'list')?.name
  const rules = (['write', 'row', 'empty', 'picture'] as const).filter((rule) => rule !== 'row' || list)
  return (
    <>
      <PageTitle beneath={t('lead')}>{t('title')}</PageTitle>
      <SubNavigation label={t('purposes')} pages={pages} />
      <p className="mb-4">{t(`about-purpose.${purpose}`)}</p>
      <TemplateTable templates={templates} />
      <h2 className="mt-10 mb-2 text-xl">{t('upload.title')}</h2>
      <p className="mb-4 flex flex-wrap items-center gap-3">
        {t('samples')}
        {samplesOf(purpose).map((path) => (
          <a key={path} className="button" href={`/manage/templates/samples/${path}`}>
            {t(path.endsWith('.xlsx') ? 'sampleExcel' : 'sampleWord')}
          </a>
        ))}
      </p>
      <UploadForm purpose={purpose} regions={regions} />
      <h2 className="mt-10 mb-2 text-xl">{t('placeholders.title')}</h2>
      <ul className="mb-4 list-disc pl-5">
        {rules.map((rule) => (
          <li key={rule}>
            {t.rich(`rule.${rule}`, {
              value: () => <code>{'{单位}'}</code>,
              wide: () => <code>｛单位｝</code>,
              from: () => <code>{`{#${list}}`}</code>,
              to: () => <code>{`{/${list}}`}</code>,
            })}
          </li>
        ))}
      </ul>
      <PlaceholderTable purpose={purpose} />
    </>
  )
}
