import { getTranslations } from 'next-intl/server'
import type { ConceptCover } from '../queries/course-status'

/** Which concept is taught where and tested by how many questions of each difficulty. */
export async function ConceptTable({ concepts, course }: { concepts: readonly ConceptCover[]; course: string }) {
  const t = await getTranslations('author.concepts')
  return (
    <table className="cards-table" aria-label={t('title')}>
      <thead>
        <tr>
          <th scope="col">{t('concept')}</th>
          <th scope="col">{t('lesson')}</th>
          <th scope="col" className="number">
            {t('questions')}
          </th>
          <th scope="col" className="number">
            {t('difficulties')}
          </th>
        </tr>
      </thead>
      <tbody>
        {concepts.map(({ id, title, lesson, lessonTitle, questions }) => (
          <tr key={id}>
            <th scope="row" className="font-normal" lang="zh-CN">
              {title}
            </th>
            <td data-label={t('lesson')} lang="zh-CN">
              <a href={`/learn/courses/${course}/${lesson}`}>{lessonTitle}</a>
            </td>
            <td data-label={t('questions')} className="number">
              {questions[0] + questions[1] + questions[2]}
            </td>
            <td data-label={t('difficulties')} className="number">
              {questions.join(' / ')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
