import { getTranslations } from 'next-intl/server'
import { asFormHandler } from '@/ui/forms/form-handler'
import { takeBackInquiryAction } from '../ask-actions'
import type { OwnInquiry } from '../queries/inquiries'

/** What somebody has asked, with the answers. */
export async function OwnInquiries({ inquiries }: { inquiries: readonly OwnInquiry[] }) {
  const t = await getTranslations('inquiries')
  return (
    <ul className="border-rule border-t">
      {inquiries.map((one) => (
        <li key={one.inquiryId} className="border-rule border-b py-4">
          <p className="text-ink-3 text-sm">
            <span lang="zh-CN">{one.enterprise}</span> · {one.askedOn} · {t('with', { place: one.place })}
          </p>
          <p className="whitespace-pre-wrap">{one.question}</p>
          {one.answer ? (
            <div className="mt-2 border-pine border-l-2 pl-3">
              <p className="whitespace-pre-wrap">{one.answer}</p>
              <p className="text-ink-2 text-sm">
                {t('source', { cite: one.cite ?? '' })} · {one.answeredOn}
                {one.isPublished ? ` · ${t('isPublished')}` : ''}
              </p>
            </div>
          ) : (
            <form action={asFormHandler(takeBackInquiryAction)} className="mt-2 flex flex-wrap items-center gap-3">
              <input type="hidden" name="inquiryId" value={one.inquiryId} />
              <span className="text-ink-2 text-sm">{t('open')}</span>
              <button className="button button-quiet" type="submit">
                {t('takeBack')}
              </button>
            </form>
          )}
        </li>
      ))}
    </ul>
  )
}
