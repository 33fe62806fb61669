import { getTranslations } from 'next-intl/server'
import type { EntryContact } from '../queries/entry-contacts'

/** Earlier contacts with an enterprise. */
export async function EntryContactsList({ contacts }: { contacts: readonly EntryContact[] }) {
  const t = await getTranslations('contacts')
  if (contacts.length === 0) return null
  return (
    <section className="mb-10">
      <h2 className="mb-2 text-xl">{t('history')}</h2>
      <ul className="border-rule border-t">
        {contacts.map((one) => (
          <li key={one.contactId} className="border-rule border-b py-2">
            <span className="tabular-nums">{one.contactedOn}</span> {t(`outcome.${one.outcome}`)}{' '}
            <span className="text-ink-3 text-sm">{one.by}</span>
            {one.note ? <p className="text-ink-2 text-sm">{one.note}</p> : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
