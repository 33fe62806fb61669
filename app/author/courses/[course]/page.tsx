import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getFormatter, getTranslations } from 'next-intl/server'
import { type Bank, bankOf } from '@/features/authoring/queries/course-status'
import { HealthList } from '@/features/authoring/ui/health-list'
import { ConceptTable } from '@/features/authoring/ui/concept-table'
import { withdrawalsOf } from '@/features/exams/queries/withdrawals'
import { courseFigures, type QuestionFigures } from '@/features/item-statistics/queries/course-figures'
import { FlagWords } from '@/features/item-statistics/ui/flag-words'
import { requireActor } from '@/server/auth/actor'
import { PageTitle } from '@/ui/layout/page-title'
import { Prose } from '@/ui/layout/prose'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('author'))('bank.title') }
}

/** A course's bank: what tests which concept, and every question with its figures. */
export default async function CourseBankPage({ params }: PageProps<'/author/courses/[course]'>) {
  const actor = await requireActor('bank.read')
  const { course } = await params
  const bank = bankOf(actor, course)
  if (!bank) notFound()
  const [t, figures, withdrawals] = await Promise.all([
    getTranslations('author'),
    courseFigures(actor, course),
    withdrawalsOf(actor, course),
  ])
  const withdrawn = new Set(withdrawals.filter(({ restored }) => !restored).map(({ questionId }) => questionId))
  return (
    <>
      <PageTitle above={<a href="/author">{t('title')}</a>}>
        <span lang="zh-CN">{bank.status.title}</span>
      </PageTitle>
      <p className="flex flex-wrap gap-3">
        <a className="button" href={`/learn/courses/${course}`}>
          {t('bank.preview')}
        </a>
        <a className="button" href={`/author/courses/${course}/paper`}>
          {t('bank.paper')}
        </a>
      </p>
      <section aria-labelledby="concepts" className="mt-8">
        <h2 id="concepts" className="mb-2 text-xl">
          {t('concepts.title')}
        </h2>
        <ConceptTable concepts={bank.concepts} course={course} />
      </section>
      <section aria-labelledby="health" className="mt-8">
        <h2 id="health" className="mb-2 text-xl">
          {t('health.title')}
        </h2>
        <HealthList health={bank.health} titles={new Map(bank.concepts.map(({ id, title }) => [id, title]))} />
      </section>
      <section aria-labelledby="questions" className="mt-8">
        <h2 id="questions" className="mb-2 text-xl">
          {t('bank.questions')}
        </h2>
        <QuestionTable bank={bank} figures={figures} withdrawn={withdrawn} />
      </section>
    </>
  )
}

async function QuestionTable(props: {
  bank: Bank
  figures: ReadonlyMap<string, QuestionFigures>
  withdrawn: ReadonlySet<string>
}) {
  const [t, format] = await Promise.all([getTranslations('author'), getFormatter()])
  const { bank, figures, withdrawn } = props
  const decimal = (value: number | null | undefined) =>
    typeof value === 'number' ? format.number(value, { minimumFractionDigits: 2, maximumFractionDigits: 2 }) : '—'
  return (
    <table className="cards-table" aria-label={t('bank.questions')}>
      <thead>
        <tr>
          {(['question', 'kind', 'difficulty', 'answers', 'facility', 'discrimination', 'note'] as const).map(
            (column) => (
              <th key={column} scope="col">
                {t(`bank.${column}`)}
              </th>
            ),
          )}
        </tr>
      </thead>
      <tbody>
        {bank.questions.map((question) => {
          const counted = figures.get(question.id)?.figures
          const options = question.kind === 'truefalse' ? ['true', 'false'] : question.options.map(({ id }) => id)
          return (
            <tr key={question.id}>
              <th scope="row" className="font-normal">
                <a href={`/author/courses/${bank.status.slug}/questions/${question.id}`}>{question.id}</a>
                <Prose html={question.prompt} className="text-ink-2 text-sm" />
              </th>
              <td data-label={t('bank.kind')}>{t(`kind.${question.kind}`)}</td>
              <td data-label={t('bank.difficulty')}>{question.difficulty}</td>
              <td data-label={t('bank.answers')}>{counted?.answers ?? 0}</td>
              <td data-label={t('bank.facility')}>{decimal(counted?.facility)}</td>
              <td data-label={t('bank.discrimination')}>{decimal(counted?.discrimination)}</td>
              <td data-label={t('bank.note')}>
                {withdrawn.has(question.id) ? <span className="block text-cinnabar">{t('bank.withdrawn')}</span> : null}
                <FlagWords flags={counted?.flags ?? []} options={options} />
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
