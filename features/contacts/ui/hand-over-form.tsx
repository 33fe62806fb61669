import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/ui/forms/action-form'
import { handOverAction } from '../actions'
import type { AreaOfficer } from '../queries/area-officers'
import { OfficerOptions } from './assign-form'

/** Leave, or a new officer: everything goes over in one step. */
export async function HandOverForm({ officers }: { officers: readonly AreaOfficer[] }) {
  const t = await getTranslations('owners')
  return (
    <ActionForm
      action={handOverAction}
      refusals={t.raw('refusal')}
      className="flex flex-wrap items-end gap-3"
      label={t('handOver')}
    >
      {(['fromId', 'toId'] as const).map((name) => (
        <label key={name} className="block text-sm">
          {t(name)}
          <select className="input" name={name} required defaultValue="">
            <option value="" disabled>
              {t('choose')}
            </option>
            <OfficerOptions officers={officers} />
          </select>
        </label>
      ))}
      <button className="button" type="submit">
        {t('handOverDo')}
      </button>
    </ActionForm>
  )
}
