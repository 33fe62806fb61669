import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/ui/forms/action-form'
import { assignOwnersAction } from '../actions'
import type { AreaOfficer } from '../queries/area-officers'

/** Names of officers with their region, for a select. */
export function OfficerOptions({ officers }: { officers: readonly AreaOfficer[] }) {
  return officers.map(({ personId, name, place, path }) => (
    <option key={personId + path} value={personId}>
      {name}（{place}）
    </option>
  ))
}

/** Who, and at which post; `required` where the form can do nothing else. */
export async function OwnerFields({ officers, required }: { officers: readonly AreaOfficer[]; required?: boolean }) {
  const t = await getTranslations('owners')
  return (
    <>
      <label className="block text-sm">
        {t('officer')}
        <select className="input" name="personId" required={required} defaultValue="">
          <option value="" disabled={required}>
            {t('choose')}
          </option>
          <OfficerOptions officers={officers} />
        </select>
      </label>
      <label className="block text-sm">
        {t('postHead')}
        <select className="input" name="post" defaultValue="A">
          <option value="A">{t('post.A')}</option>
          <option value="B">{t('post.B')}</option>
        </select>
      </label>
    </>
  )
}

/** Gives an enterprise, or all of a leaf, to an officer from today. */
export async function AssignForm(props: {
  programmeId: string
  target: { entryId: string } | { leaves: readonly { leafId: string; place: string }[] }
  officers: readonly AreaOfficer[]
}) {
  const t = await getTranslations('owners')
  const { target } = props
  return (
    <ActionForm
      action={assignOwnersAction}
      refusals={t.raw('refusal')}
      className="flex flex-wrap items-end gap-3"
      label={t('assign')}
    >
      <input type="hidden" name="programmeId" value={props.programmeId} />
      {'entryId' in target ? (
        <input type="hidden" name="entryId" value={target.entryId} />
      ) : (
        <label className="block text-sm">
          {t('leaf')}
          <select className="input" name="leafId" required defaultValue="">
            <option value="" disabled>
              {t('choose')}
            </option>
            {target.leaves.map(({ leafId, place }) => (
              <option key={leafId} value={leafId}>
                {place}
              </option>
            ))}
          </select>
        </label>
      )}
      <OwnerFields officers={props.officers} required />
      {'entryId' in target ? null : (
        <label className="flex min-h-11 items-center gap-2 text-sm">
          <input className="size-5" type="checkbox" name="onlyFree" defaultChecked />
          {t('onlyFree')}
        </label>
      )}
      <button className="button" type="submit">
        {t('assignDo')}
      </button>
    </ActionForm>
  )
}
