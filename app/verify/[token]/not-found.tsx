import { getTranslations } from 'next-intl/server'
import { VerifyForm } from '@/features/certificates/ui/verify-form'
import { Notice } from '@/ui/layout/notice'
import { PageShell } from '@/ui/layout/page-shell'
import { PageTitle } from '@/ui/layout/page-title'

/** A token that belongs to no certificate: calm, and with the way on. */
export default async function UnknownCertificate() {
  const t = await getTranslations('certificates')
  return (
    <PageShell>
      <PageTitle>{t('verify.title')}</PageTitle>
      <Notice tone="warn" title={t('verify.unknown')}>
        {t('verify.unknownHint')}
      </Notice>
      <VerifyForm />
    </PageShell>
  )
}
