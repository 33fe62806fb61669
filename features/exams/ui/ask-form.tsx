import { getFormatter, getTranslations } from 'next-intl/server'
import { asFormHandler } from '@/ui/forms/form-handler'
import { Notice } from '@/ui/layout/notice'
import { startOralCheckAction } from '../oral-actions'
import type { AskPage } from '../queries/ask-page'

/** Where the conversation takes place, and the button that draws the questions; or why nobody may be asked now. */
export async function AskForm({ page }: { page: AskPage }) {
  const t = await getTranslations('oral')
  if (page.refusal) return <Notice tone="warn">{t(`refusal.${page.refusal}`)}</Notice>
  return page.exams.map((exam) => <OneExam key={exam.slug} exam={exam} holdingId={page.head.holdingId} />)
}

async function OneExam({ exam, holdingId }: { exam: AskPage['exams'][number]; holdingId: string }) {
  const [t, format] = await Promise.all([getTranslations('oral'), getFormatter()])
  const { state } = exam
  return (
    <section className="mt-6 border-rule border-t pt-4" aria-label={exam.title}>
      <h2 className="text-lg" lang="zh-CN">
        {exam.title}
      </h2>
      <p className="mt-1 text-ink-2">{t('ask.rule', { needed: exam.passRight })}</p>
      {state.may ? (
        <form action={asFormHandler(startOralCheckAction)} className="mt-4">
          <input type="hidden" name="holdingId" value={holdingId} />
          <input type="hidden" name="exam" value={exam.slug} />
          <fieldset className="max-w-md">
            <legend className="font-medium">{t('ask.channel')}</legend>
            {(['ON_SITE', 'PHONE'] as const).map((channel) => (
              <label key={channel} className="choice">
                <input type="radio" name="channel" value={channel} required />
                <span>
                  {t(`channel.${channel}`)}
                  <span className="block text-ink-2 text-sm">{t(`channelHint.${channel}`)}</span>
                </span>
              </label>
            ))}
          </fieldset>
          <button type="submit" className="button button-primary mt-5">
            {t('ask.start')}
          </button>
        </form>
      ) : (
        <Notice>
          {state.until
            ? t('refusal.waitUntil', {
                time: format.dateTime(state.until, { dateStyle: 'medium', timeStyle: 'short' }),
              })
            : t(`refusal.${state.refusal}`)}
        </Notice>
      )}
    </section>
  )
}
