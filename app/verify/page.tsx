import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { CERTIFICATE_DISCLAIMER } from '@/domain/certificates/snapshot'
import { TOKEN_PATTERN, verifyPath } from '@/features/certificates/certificate-row'
import { VerifyForm } from '@/features/certificates/ui/verify-form'
import { PageShell } from '@/ui/layout/page-shell'
import { PageTitle } from '@/ui/layout/page-title'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('certificates'))('verify.title') }
}

/** Where somebody without a scanner types the code of a certificate, or pastes its address. */
export default async function VerifyPage({ searchParams }: PageProps<'/verify'>) {
  const { code } = await searchParams
  const typed = typeof code === 'string' ? (code.trim().split('/').at(-1) ?? '') : ''
  if (TOKEN_PATTERN.test(typed)) redirect(verifyPath(typed))
  const t = await getTranslations('certificates')
  return (
    <PageShell>
      <PageTitle beneath={t('verify.lead', { disclaimer: CERTIFICATE_DISCLAIMER })}>{t('verify.title')}</PageTitle>
      <VerifyForm {...(typed ? { problem: t('verify.malformed') } : {})} />
    </PageShell>
  )
}
