import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { DeskPage } from '@/features/desk/ui/desk-page'
import { publishedAnswers } from '@/features/inquiries/queries/inquiries'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('inquiries'))('answers') }
}

/** Answers that offices have published, in words that name nobody. */
export default async function AnswersPage({ searchParams }: PageProps<'/desk/answers'>) {
  const asked = (await searchParams).search
  const search = typeof asked === 'string' ? asked.trim().slice(0, 60) : ''
  const t = await getTranslations('inquiries')
  const answers = await publishedAnswers(search)
  return (
    <DeskPage current="/desk/answers" title={t('answers')} lead={t('answersLead')}>
      <form method="get" className="mb-4 flex flex-wrap items-end gap-3">
        <label className="block min-w-56 flex-1 text-sm">
          {t('search')}
          <input className="input" type="search" name="search" defaultValue={search} maxLength={60} />
        </label>
        <button className="button" type="submit">
          {t('find')}
        </button>
      </form>
      {answers.length === 0 ? <p className="text-ink-2">{t(search ? 'noneFound' : 'noneYet')}</p> : null}
      <ul className="border-rule border-t">
        {answers.map((one) => (
          <li key={one.inquiryId} id={one.inquiryId} className="border-rule border-b py-4">
            <h2 className="text-lg">{one.question}</h2>
            <p className="whitespace-pre-wrap">{one.answer}</p>
            <p className="text-ink-2 text-sm">
              {t('source', { cite: one.cite })} · {one.publishedOn}
            </p>
          </li>
        ))}
      </ul>
    </DeskPage>
  )
}
