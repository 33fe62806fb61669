import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { CERTIFICATE_DISCLAIMER } from '@/domain/certificates/snapshot'
import { myCertificates } from '@/features/certificates/queries/my-certificates'
import { CertificateFacts } from '@/features/certificates/ui/certificate-facts'
import { dayText } from '@/features/certificates/ui/day-text'
import { requireActor } from '@/server/auth/actor'
import { EmptyState } from '@/ui/layout/empty-state'
import { PageTitle } from '@/ui/layout/page-title'
import { LearnerShell } from '../learner-shell'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('certificates'))('title') }
}

/** The actor's own certificates. */
export default async function CertificatesPage() {
  const actor = await requireActor('certificate.read-own')
  const t = await getTranslations('certificates')
  const day = await dayText()
  const certificates = await myCertificates(actor)
  return (
    <LearnerShell actor={actor} current="certificates">
      <PageTitle beneath={<span lang="zh-CN">{CERTIFICATE_DISCLAIMER}</span>}>{t('title')}</PageTitle>
      {certificates.length === 0 ? <EmptyState title={t('none')} /> : null}
      {certificates.map(({ id, snapshot, state, verifyPath }) => (
        <article key={id} className="mb-8">
          <h2 className="mb-2 font-serif text-lg" lang="zh-CN">
            {snapshot.courseTitle}
          </h2>
          <CertificateFacts
            facts={[
              ['state', t(`state.${state}`)],
              ['happenedOn', day(snapshot.happenedOn)],
              ['validUntilOn', snapshot.validUntilOn ? day(snapshot.validUntilOn) : t('noEnd')],
              ['labs', snapshot.labs.map((lab) => lab.title).join('、') || null],
              ['serial', snapshot.serial],
            ]}
          />
          <div className="mt-3 flex flex-wrap items-center gap-4">
            <a className="button button-primary" href={`/api/certificates/${id}/pdf`}>
              {t('open')}
              <span className="sr-only"> {snapshot.courseTitle}</span>
            </a>
            <a className="inline-flex min-h-11 items-center" href={verifyPath}>
              {t('verifyPage')}
              <span className="sr-only"> {snapshot.courseTitle}</span>
            </a>
          </div>
        </article>
      ))}
    </LearnerShell>
  )
}
