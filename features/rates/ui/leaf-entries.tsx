import { getTranslations } from 'next-intl/server'
import type { Actor } from '@/domain/permissions/actor'
import { subjectTitles } from '@/server/content/subject-titles'
import { listInput } from '../input'
import type { View } from '../input'
import { listPage } from '../queries/list-page'
import { listHref } from './area-figures'
import { ListTable } from './list-table'

/** The enterprises of a township on its own page, with what each seat still needs for training; the rest is one link away. */
export async function LeafEntries({ actor, view, region }: { actor: Actor; view: View; region: string }) {
  const list = await listPage(actor, 'training', listInput.parse({ ...view, region, state: 'all' }))
  if (!list || list.rows.length === 0) return null
  const t = await getTranslations('rates')
  return (
    <>
      <h2 className="mt-10 mb-2 text-xl">{t('leaf.title')}</h2>
      <ListTable rate="training" rows={list.rows} titleOf={subjectTitles()} caption={t('leaf.title')} />
      <p className="mt-4">
        <a className="button" href={listHref('training', view, region, 'all')}>
          {t('leaf.all')}
        </a>
      </p>
    </>
  )
}
