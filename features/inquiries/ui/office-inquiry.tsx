import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/ui/forms/action-form'
import { asFormHandler } from '@/ui/forms/form-handler'
import { answerInquiryAction, passInquiryAction, publishInquiryAction, withdrawInquiryAction } from '../actions'
import type { OfficeInquiry } from '../queries/inquiries'

type Props = { one: OfficeInquiry; choices: readonly { id: string; name: string; depth: number }[] }

/** An inquiry as an officer works on it: answer with a source, pass on, put on the desk. */
export async function OfficeInquiryItem({ one, choices }: Props) {
  const t = await getTranslations('inquiries')
  return (
    <li className="border-rule border-b py-4">
      <p className="text-ink-3 text-sm">
        <a href={`/manage/roster/${one.entryId}`}>{one.enterprise}</a> · {one.askedOn}
        {one.answer ? '' : ` · ${t('waits', { days: one.waits })}`}
      </p>
      <p className="whitespace-pre-wrap">{one.question}</p>
      {one.answer ? (
        <div className="mt-2 border-pine border-l-2 pl-3">
          <p className="whitespace-pre-wrap">{one.answer}</p>
          <p className="text-ink-2 text-sm">
            {t('source', { cite: one.cite ?? '' })} · {one.answeredOn}
          </p>
        </div>
      ) : null}
      <details open={!one.answer} className="mt-2">
        <summary className="min-h-11 cursor-pointer py-2 text-indigo">{t(one.answer ? 'better' : 'answer')}</summary>
        <ActionForm
          action={answerInquiryAction}
          refusals={t.raw('refusal')}
          className="max-w-2xl"
          label={t('answerOf', { enterprise: one.enterprise })}
        >
          <input type="hidden" name="inquiryId" value={one.inquiryId} />
          <label className="mb-2 block text-sm">
            {t('answerText')}
            <textarea
              className="input"
              name="answer"
              rows={4}
              maxLength={4000}
              required
              defaultValue={one.answer ?? ''}
            />
          </label>
          <label className="mb-2 block text-sm">
            {t('cite')}
            <input className="input" name="cite" maxLength={300} required defaultValue={one.cite ?? ''} />
            <span className="text-ink-3">{t('citeHint')}</span>
          </label>
          <button className="button button-primary" type="submit">
            {t('send')}
          </button>
        </ActionForm>
      </details>
      {one.answer ? <Publish one={one} /> : <Pass one={one} choices={choices} />}
    </li>
  )
}

async function Publish({ one }: { one: OfficeInquiry }) {
  const t = await getTranslations('inquiries')
  return (
    <details>
      <summary className="min-h-11 cursor-pointer py-2 text-indigo">
        {t(one.isPublished ? 'isPublished' : 'publish')}
      </summary>
      <ActionForm
        action={publishInquiryAction}
        refusals={t.raw('refusal')}
        className="max-w-2xl"
        label={t('publishOf', { enterprise: one.enterprise })}
      >
        <input type="hidden" name="inquiryId" value={one.inquiryId} />
        <p className="mb-2 text-ink-2 text-sm">{t('publishNote')}</p>
        <label className="mb-2 block text-sm">
          {t('publicQuestion')}
          <textarea
            className="input"
            name="publicQuestion"
            rows={2}
            maxLength={500}
            required
            defaultValue={one.publicQuestion ?? ''}
          />
        </label>
        <label className="mb-2 block text-sm">
          {t('publicAnswer')}
          <textarea
            className="input"
            name="publicAnswer"
            rows={4}
            maxLength={4000}
            required
            defaultValue={one.publicAnswer ?? one.answer ?? ''}
          />
        </label>
        <button className="button" type="submit">
          {t('publishDo')}
        </button>
      </ActionForm>
      {one.isPublished ? (
        <form action={asFormHandler(withdrawInquiryAction)} className="mt-2">
          <input type="hidden" name="inquiryId" value={one.inquiryId} />
          <button className="button button-quiet" type="submit">
            {t('withdraw')}
          </button>
        </form>
      ) : null}
    </details>
  )
}

async function Pass({ one, choices }: Props) {
  const t = await getTranslations('inquiries')
  return (
    <details>
      <summary className="min-h-11 cursor-pointer py-2 text-indigo">{t('pass')}</summary>
      <ActionForm
        action={passInquiryAction}
        refusals={t.raw('refusal')}
        className="flex flex-wrap items-end gap-3"
        label={t('passOf', { enterprise: one.enterprise })}
      >
        <input type="hidden" name="inquiryId" value={one.inquiryId} />
        <label className="block text-sm">
          {t('passTo')}
          <select className="input" name="regionId" required defaultValue="">
            <option value="" disabled>
              {t('choose')}
            </option>
            {choices.map(({ id, name, depth }) => (
              <option key={id} value={id}>
                {`${'　'.repeat(depth)}${name}`}
              </option>
            ))}
          </select>
        </label>
        <button className="button" type="submit">
          {t('passDo')}
        </button>
      </ActionForm>
    </details>
  )
}
