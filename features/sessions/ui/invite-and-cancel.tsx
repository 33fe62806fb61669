import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/ui/forms/action-form'
import { CopyButton } from '@/ui/forms/copy-button'
import { cancelSessionAction } from '../actions'
import type { SessionRow } from '../queries/session-in-scope'

/** Before it begins: a text for the work group, and calling it off. */
export async function InviteAndCancel({ session, times }: { session: SessionRow; times: string }) {
  const t = await getTranslations('sessions.invite')
  const text = t('text', { title: session.title, times, place: session.place })
  return (
    <section className="mb-10">
      <h2 className="mb-2 text-xl">{t('title')}</h2>
      <p className="mb-3 text-ink-2">{t('lead')}</p>
      <label className="block text-sm">
        {t('textLabel')}
        <textarea className="input" readOnly rows={3} value={text} />
      </label>
      <div className="mt-2 flex flex-wrap gap-3">
        <CopyButton text={text} label={t('copy')} done={t('copied')} />
        <ActionForm action={cancelSessionAction} refusals={t.raw('refusal')} label={t('cancel')}>
          <input type="hidden" name="sessionId" value={session.id} />
          <button type="submit" className="button button-danger">
            {t('cancel')}
          </button>
        </ActionForm>
      </div>
    </section>
  )
}
