import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { publicCertificate } from '@/features/certificates/queries/public-certificate'
import { VerifiedCertificate } from '@/features/certificates/ui/verified-certificate'
import { clientAddress } from '@/server/auth/client-address'
import { giveTryBack, takeTry } from '@/server/auth/limits'
import { Notice } from '@/ui/layout/notice'
import { PageShell } from '@/ui/layout/page-shell'
import { PageTitle } from '@/ui/layout/page-title'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('certificates'))('verify.title') }
}

/** Public: is this certificate genuine, and is it still valid? Look-ups that find nothing are limited per address. */
export default async function VerifyTokenPage({ params }: PageProps<'/verify/[token]'>) {
  const { token } = await params
  const t = await getTranslations('certificates')
  const address = clientAddress(await headers())
  const waitSeconds = await takeTry('verify-address', address)
  const certificate = waitSeconds === 0 ? await publicCertificate(token) : null
  if (certificate) await giveTryBack('verify-address', address)
  if (waitSeconds === 0 && !certificate) notFound()
  return (
    <PageShell>
      <PageTitle>{t('verify.title')}</PageTitle>
      {certificate ? (
        <VerifiedCertificate certificate={certificate} now={new Date()} />
      ) : (
        <Notice tone="warn" title={t('verify.busy')}>
          {t('verify.busyHint', { seconds: waitSeconds })}
        </Notice>
      )}
    </PageShell>
  )
}
