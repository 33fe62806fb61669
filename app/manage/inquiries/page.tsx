import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { officeInquiries, passChoices } from '@/features/inquiries/queries/inquiries'
import { OfficeInquiryItem } from '@/features/inquiries/ui/office-inquiry'
import { requireActor } from '@/server/auth/actor'
import { EmptyState } from '@/ui/layout/empty-state'
import { PageTitle } from '@/ui/layout/page-title'
import { GroupedNavigation } from '../grouped-navigation'
import { HelpLink } from '../help-link'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('inquiries'))('manage') }
}

/** What enterprises have asked of the officer's own region. */
export default async function InquiriesPage() {
  const actor = await requireActor('inquiry.answer')
  const t = await getTranslations('inquiries')
  const [inquiries, choices] = await Promise.all([officeInquiries(actor), passChoices(actor)])
  return (
    <>
      <PageTitle beneath={t('manageLead')}>{t('manage')}</PageTitle>
      <GroupedNavigation group="contact" current="/manage/inquiries" actor={actor} />
      {inquiries.length > 0 ? (
        <ul className="border-rule border-t">
          {inquiries.map((one) => (
            <OfficeInquiryItem key={one.inquiryId} one={one} choices={choices} />
          ))}
        </ul>
      ) : (
        <EmptyState title={t('none')}>
          <p>{t('noneText')}</p>
        </EmptyState>
      )}
      <HelpLink topic="inquiries" />
    </>
  )
}
