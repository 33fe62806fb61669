import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/ui/forms/action-form'
import { askInquiryAction } from '../ask-actions'
import type { OwnEntry } from '../queries/own-entries'

/** A question in one's own words, for one of one's enterprises. */
export async function AskForm({ entries }: { entries: readonly OwnEntry[] }) {
  const t = await getTranslations('inquiries')
  const [only, ...others] = entries
  if (!only) return <p className="text-ink-2">{t('noEntry')}</p>
  return (
    <ActionForm action={askInquiryAction} refusals={t.raw('refusal')} label={t('ask')}>
      {others.length === 0 ? (
        <input type="hidden" name="entryId" value={only.entryId} />
      ) : (
        <label className="mb-3 block">
          {t('enterprise')}
          <select className="input" name="entryId" lang="zh-CN">
            {entries.map(({ entryId, enterprise }) => (
              <option key={entryId} value={entryId}>
                {enterprise}
              </option>
            ))}
          </select>
        </label>
      )}
      <label className="mb-3 block">
        {t('question')}
        <textarea className="input" name="question" rows={4} minLength={6} maxLength={1000} required />
      </label>
      <p className="mb-3 text-ink-2 text-sm">{t('confidential')}</p>
      <button className="button button-primary" type="submit">
        {t('ask')}
      </button>
    </ActionForm>
  )
}
