import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { courseStatuses } from '@/features/authoring/queries/course-status'
import { FORMATS } from '@/features/exchange/formats'
import { bankAs } from '@/features/exchange/commands/export-bank'
import { exportBankInput } from '@/features/exchange/input'
import { ImportForm } from '@/features/exchange/ui/import-form'
import { NotesTable } from '@/features/exchange/ui/notes-table'
import { requireActor } from '@/server/auth/actor'
import { PageTitle } from '@/ui/layout/page-title'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('exchange'))('title') }
}

/** Questions out of a bank and into the text of one. */
export default async function ExchangePage({ searchParams }: PageProps<'/author/exchange'>) {
  const actor = await requireActor('bank.exchange')
  const t = await getTranslations('exchange')
  const chosen = exportBankInput.safeParse(await searchParams)
  const exported = chosen.success ? await bankAs({ actor }, chosen.data) : null
  return (
    <div className="max-w-3xl">
      <PageTitle above={<a href="/author">{t('back')}</a>} beneath={t('lead')}>
        {t('title')}
      </PageTitle>
      <section aria-labelledby="out" className="mb-10">
        <h2 id="out" className="mb-2 text-xl">
          {t('out.title')}
        </h2>
        <form className="flex flex-wrap items-end gap-3">
          <label className="block">
            <span className="mb-1 block">{t('out.course')}</span>
            <select className="input" name="course" defaultValue={chosen.data?.course}>
              {courseStatuses(actor).map(({ slug, title }) => (
                <option key={slug} value={slug}>
                  {title}
                </option>
              ))}
            </select>
          </label>
          <label className="block">
            <span className="mb-1 block">{t('out.format')}</span>
            <select className="input" name="format" defaultValue={chosen.data?.format}>
              {FORMATS.map((format) => (
                <option key={format} value={format}>
                  {t(`format.${format}`)}
                </option>
              ))}
            </select>
          </label>
          <button type="submit" className="button">
            {t('out.look')}
          </button>
        </form>
        {exported?.ok && chosen.success ? (
          <>
            <p className="mt-4">
              {t('out.ready', { questions: exported.value.questions })}{' '}
              <a
                className="button button-primary"
                href={`/author/exchange/${chosen.data.course}/${chosen.data.format}`}
              >
                {t('out.download')}
              </a>
            </p>
            <NotesTable notes={exported.value.notes} />
          </>
        ) : null}
        {exported && !exported.ok ? <p className="mt-4 text-cinnabar">{t(`out.refused.${exported.refusal}`)}</p> : null}
      </section>
      <section aria-labelledby="in">
        <h2 id="in" className="mb-2 text-xl">
          {t('in.title')}
        </h2>
        <p className="mb-4">{t('in.means')}</p>
        <ImportForm sentences={t.raw('in') as Record<string, string>} />
      </section>
    </div>
  )
}
