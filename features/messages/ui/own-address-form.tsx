import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/ui/forms/action-form'
import { setOwnAddressAction } from '../own-address-actions'

/** Where somebody wants mail; left empty, they get none. */
export async function OwnAddressForm({ found }: { found: { address: string; source: string } | null }) {
  const t = await getTranslations('messages')
  return (
    <ActionForm action={setOwnAddressAction} refusals={t.raw('refusal')} className="max-w-md">
      {found ? (
        <p className="mb-3 text-ink-2">
          {found.source === 'own' ? t('own.typed') : t('own.from', { source: found.source })}
        </p>
      ) : null}
      <label className="mb-4 block">
        {t('own.address')}
        <input
          className="input"
          type="email"
          name="address"
          maxLength={200}
          defaultValue={found?.address ?? ''}
          autoComplete="email"
        />
      </label>
      <button className="button button-primary" type="submit">
        {t('save')}
      </button>
    </ActionForm>
  )
}
