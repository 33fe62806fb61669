import { getTranslations } from 'next-intl/server'
import { asFormHandler } from '@/ui/forms/form-handler'
import { signUpAction } from '../actions'
import type { Invitation } from '../queries/sessions-for-me'
import { sessionTimes } from './session-times'

/** Sessions that somebody is invited to: when and where, and one tap to say that they will come or not after all. */
export async function Invitations({ invitations }: { invitations: readonly Invitation[] }) {
  if (invitations.length === 0) return null
  const t = await getTranslations('sessions.invitation')
  const times = await Promise.all(invitations.map((one) => sessionTimes(one)))
  return (
    <section className="my-6">
      <h2 className="mb-2 text-lg">{t('title')}</h2>
      <ul className="border-rule border-t">
        {invitations.map((one, index) => (
          <li key={one.id} className="border-rule border-b py-3">
            <p>
              <span lang="zh-CN">{one.title}</span>
              <span className="block text-ink-2">
                {times[index]} · <span lang="zh-CN">{one.place}</span>
              </span>
            </p>
            {one.isCancelled ? (
              <p className="mt-2 font-medium">{t('cancelled')}</p>
            ) : (
              <form action={asFormHandler(signUpAction)} className="mt-2 flex flex-wrap items-center gap-3">
                <input type="hidden" name="sessionId" value={one.id} />
                {one.isSignedUp ? <span className="text-pine">✓ {t('coming')}</span> : null}
                <button
                  type="submit"
                  name="coming"
                  value={one.isSignedUp ? 'no' : 'yes'}
                  className="button"
                  aria-label={t('answerOf', { answer: t(one.isSignedUp ? 'no' : 'yes'), title: one.title })}
                >
                  {t(one.isSignedUp ? 'no' : 'yes')}
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
