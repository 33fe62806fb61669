import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { certificateId } from '@/features/certificates/input'
import { certificatesInScope } from '@/features/certificates/queries/certificates-in-scope'
import { CertificateFacts } from '@/features/certificates/ui/certificate-facts'
import { dayText } from '@/features/certificates/ui/day-text'
import { RevocationForm } from '@/features/certificates/ui/revocation-form'
import { requireActor } from '@/server/auth/actor'
import { shanghaiDayOf } from '@/domain/calendar/day'
import { Notice } from '@/ui/layout/notice'
import { PageTitle } from '@/ui/layout/page-title'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('certificates'))('manage.title') }
}

/** One certificate of the officer's area: its facts, its PDF, and revoking it. */
export default async function CertificateInScopePage({ params, searchParams }: PageProps<'/manage/certificates/[id]'>) {
  const actor = await requireActor('certificate.read')
  const id = certificateId.safeParse((await params).id)
  const [certificate] = id.success ? (await certificatesInScope(actor, { id: id.data })).certificates : []
  if (!certificate) notFound()
  const t = await getTranslations('certificates')
  const day = await dayText()
  const { name, snapshot, state, revocation } = certificate
  const sentences = {
    ...(t.raw('refusal') as Record<string, string>),
    reason: t('manage.reason'),
    hint: t('manage.reasonHint'),
    confirm: t('manage.confirm'),
  }
  return (
    <div className="max-w-2xl">
      <PageTitle above={<a href="/manage/certificates">{t('manage.back')}</a>}>{snapshot.serial}</PageTitle>
      {revocation && (await searchParams).revoked === 'yes' ? (
        <Notice tone="done" live>
          {t('manage.done')}
        </Notice>
      ) : null}
      <CertificateFacts
        facts={[
          ['state', t(`state.${state}`)],
          ['name', name],
          ['course', snapshot.courseTitle],
          ['labs', snapshot.labs.map((lab) => lab.title).join('、') || null],
          ['happenedOn', day(snapshot.happenedOn)],
          ['issuedOn', day(snapshot.issuedOn)],
          ['validUntilOn', snapshot.validUntilOn ? day(snapshot.validUntilOn) : t('noEnd')],
          ['revokedOn', revocation ? day(shanghaiDayOf(revocation.at)) : null],
          ['reason', revocation?.reason ?? null],
        ]}
      />
      <p className="my-4">
        <a className="button" href={`/api/certificates/${certificate.id}/pdf`}>
          {t('open')}
        </a>
      </p>
      {revocation ? null : (
        <section aria-labelledby="revoke">
          <h2 id="revoke" className="mt-8 mb-1 text-lg">
            {t('manage.revoke')}
          </h2>
          <p className="mb-3 text-ink-2">{t('manage.final')}</p>
          <RevocationForm certificateId={certificate.id} sentences={sentences} />
        </section>
      )}
    </div>
  )
}
