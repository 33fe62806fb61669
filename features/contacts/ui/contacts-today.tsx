import { getTranslations } from 'next-intl/server'
import { asFormHandler } from '@/ui/forms/form-handler'
import { retractContactAction } from '../actions'
import type { TodaysContacts } from '../queries/todays-contacts'

/** What was recorded today; one's own can be taken back. */
export async function ContactsToday({ today }: { today: TodaysContacts['today'] }) {
  const t = await getTranslations('contacts')
  if (today.length === 0) return null
  return (
    <section className="mt-8">
      <h2 className="mb-2 text-xl">{t('today', { count: today.length })}</h2>
      <ul className="border-rule border-t">
        {today.map((one) => (
          <li
            key={one.contactId}
            className="flex flex-wrap items-center justify-between gap-x-4 border-rule border-b py-2"
          >
            <span>
              {one.enterprise} · {t(`outcome.${one.outcome}`)}
            </span>
            {one.isOwn ? (
              <form action={asFormHandler(retractContactAction)}>
                <input type="hidden" name="contactId" value={one.contactId} />
                <button type="submit" className="button" aria-label={t('undoOf', { enterprise: one.enterprise })}>
                  {t('undo')}
                </button>
              </form>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
