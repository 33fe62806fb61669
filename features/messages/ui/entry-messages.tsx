import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/ui/forms/action-form'
import { setHolderAddressAction } from '../actions'
import type { EntryMessage, HolderAddress } from '../queries/entry-messages'

/** What was written to the people of an enterprise, and where they get mail. */
export async function EntryMessagesSection(props: {
  messages: readonly EntryMessage[]
  holders: readonly HolderAddress[]
  mayWrite: boolean
}) {
  const t = await getTranslations('messages')
  return (
    <section className="mb-10">
      <h2 className="mb-2 text-xl">{t('history')}</h2>
      {props.messages.length > 0 ? (
        <ul className="border-rule border-t">
          {props.messages.map((one) => (
            <li key={one.id} className="border-rule border-b py-2">
              <span className="tabular-nums">{one.on}</span> {one.name} · {t(`channel.${one.channel}`)} ·{' '}
              {t(`state.${one.state}`)}
              {one.reason ? `（${t.has(`reason.${one.reason}`) ? t(`reason.${one.reason}`) : one.reason}）` : ''}
              {one.subject ? (
                <span className="block text-ink-2 text-sm" lang="zh-CN">
                  {one.subject}
                </span>
              ) : null}
            </li>
          ))}
        </ul>
      ) : (
        <p className="text-ink-2">{t('historyNone')}</p>
      )}
      {props.mayWrite && props.holders.length > 0 ? (
        <details>
          <summary className="min-h-11 cursor-pointer py-2 text-indigo">{t('addresses')}</summary>
          {props.holders.map((one) => (
            <ActionForm
              key={one.holdingId}
              action={setHolderAddressAction}
              refusals={t.raw('refusal')}
              className="mb-2 flex flex-wrap items-end gap-3"
              label={t('addressOf', { name: one.name })}
            >
              <input type="hidden" name="holdingId" value={one.holdingId} />
              <label className="block text-sm">
                {t('addressOf', { name: one.name })}
                <input className="input" type="email" name="address" maxLength={200} defaultValue={one.address ?? ''} />
              </label>
              <button className="button" type="submit">
                {t('save')}
              </button>
            </ActionForm>
          ))}
        </details>
      ) : null}
    </section>
  )
}
