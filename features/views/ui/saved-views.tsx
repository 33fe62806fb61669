import { getTranslations } from 'next-intl/server'
import type { Actor } from '@/domain/permissions/actor'
import { ActionForm } from '@/ui/forms/action-form'
import { asFormHandler } from '@/ui/forms/form-handler'
import { forgetViewAction, saveViewAction } from '../actions'
import { savedViews } from '../queries/saved-views'

/** One's saved views to open or forget, and the page as it stands to keep as another. */
export async function SavedViews({ actor, address }: { actor: Actor; address: string }) {
  const [t, views] = await Promise.all([getTranslations('views'), savedViews(actor)])
  return (
    <details className="mb-6 print:hidden">
      <summary className="min-h-11 cursor-pointer py-2 text-sm">{t('title', { count: views.length })}</summary>
      <ul className="mb-3">
        {views.map(({ viewId, name, address: kept }) => (
          <li key={viewId} className="flex flex-wrap items-center gap-x-4">
            <a className="inline-flex min-h-11 items-center" href={kept}>
              {name}
            </a>
            <form action={asFormHandler(forgetViewAction)}>
              <input type="hidden" name="viewId" value={viewId} />
              <button type="submit" className="button" aria-label={t('forgetOf', { forget: t('forget'), name })}>
                {t('forget')}
              </button>
            </form>
          </li>
        ))}
      </ul>
      <ActionForm
        action={saveViewAction}
        refusals={t.raw('refusal')}
        className="flex flex-wrap items-end gap-3"
        label={t('save')}
      >
        <input type="hidden" name="address" value={address} />
        <label className="block text-sm">
          {t('name')}
          <input className="input" name="name" maxLength={40} required autoComplete="off" />
        </label>
        <button type="submit" className="button">
          {t('save')}
        </button>
      </ActionForm>
    </details>
  )
}
