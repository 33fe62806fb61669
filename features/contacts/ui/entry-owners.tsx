import { getTranslations } from 'next-intl/server'
import type { AreaOfficer } from '../queries/area-officers'
import type { EntryOwners } from '../queries/owners'
import { AssignForm } from './assign-form'

/** Who looks after an enterprise, and the form to change it. */
export async function EntryOwnersSection(props: {
  entryId: string
  found: EntryOwners
  officers: readonly AreaOfficer[]
}) {
  const t = await getTranslations('owners')
  const { owners, programmeId } = props.found
  return (
    <section className="mb-10">
      <h2 className="mb-2 text-xl">{t('title')}</h2>
      <p>
        {owners.length === 0 ? t('nobody') : owners.map(({ name, post }) => `${t(`post.${post}`)} ${name}`).join('，')}
      </p>
      <details>
        <summary className="min-h-11 cursor-pointer py-2 text-indigo">{t('assign')}</summary>
        <AssignForm programmeId={programmeId} target={{ entryId: props.entryId }} officers={props.officers} />
      </details>
    </section>
  )
}
