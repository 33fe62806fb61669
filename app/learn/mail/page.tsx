import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ownAddress } from '@/features/messages/queries/own-address'
import { OwnAddressForm } from '@/features/messages/ui/own-address-form'
import { requireActor } from '@/server/auth/actor'
import { PageTitle } from '@/ui/layout/page-title'
import { LearnerShell } from '../learner-shell'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('messages'))('own.title') }
}

/** Where somebody wants mail, if at all. */
export default async function MailPage() {
  const actor = await requireActor('mail.own')
  const t = await getTranslations('messages')
  return (
    <LearnerShell actor={actor}>
      <PageTitle beneath={t('own.lead')}>{t('own.title')}</PageTitle>
      <OwnAddressForm found={await ownAddress(actor)} />
    </LearnerShell>
  )
}
