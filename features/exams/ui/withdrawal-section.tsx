import { getFormatter, getTranslations } from 'next-intl/server'
import { asFormHandler } from '@/ui/forms/form-handler'
import { restoreItemAction, withdrawItemAction } from '../bank-actions'
import type { Withdrawal } from '../queries/withdrawals'

/** Taking a question out of use or putting it back, with what happened to it before. */
export async function WithdrawalSection(props: {
  course: string
  questionId: string
  withdrawals: readonly Withdrawal[]
}) {
  const [t, format] = await Promise.all([getTranslations('author.withdrawal'), getFormatter()])
  const { course, questionId, withdrawals } = props
  const isOut = withdrawals.some(({ restored }) => restored === null)
  const on = (at: Date) => format.dateTime(at, { dateStyle: 'long', timeStyle: 'short' })
  return (
    <section aria-labelledby="withdrawal" className="mt-8">
      <h2 id="withdrawal" className="mb-2 text-xl">
        {t('title')}
      </h2>
      <ul className="mb-3">
        {withdrawals.map(({ id, by, at, reason, regraded, newPasses, restored }) => (
          <li key={id} className="border-rule border-b py-2">
            {t('was', { by, at: on(at) })}
            {reason}
            <span className="block text-ink-2 text-sm">{t('regraded', { regraded, newPasses })}</span>
            {restored ? (
              <span className="block">
                {t('restored', { by: restored.by, at: on(restored.at) })}
                {restored.reason}
              </span>
            ) : null}
          </li>
        ))}
      </ul>
      <p className="mb-2">{t(isOut ? 'restoreMeans' : 'means')}</p>
      <form
        action={asFormHandler(isOut ? restoreItemAction : withdrawItemAction)}
        className="flex flex-wrap items-end gap-3"
      >
        <input type="hidden" name="course" value={course} />
        <input type="hidden" name="questionId" value={questionId} />
        <label className="block grow text-sm">
          {t('reason')}
          <input className="input" name="reason" required minLength={4} maxLength={300} />
        </label>
        <button type="submit" className="button">
          {t(isOut ? 'restore' : 'withdraw')}
        </button>
      </form>
    </section>
  )
}
