import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { isCertificateSerial } from '@/domain/certificates/serial'
import { certificatesInScope } from '@/features/certificates/queries/certificates-in-scope'
import { dayText } from '@/features/certificates/ui/day-text'
import { requireActor } from '@/server/auth/actor'
import { EmptyState } from '@/ui/layout/empty-state'
import { PageTitle } from '@/ui/layout/page-title'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('certificates'))('manage.title') }
}

/** Certificates of the officer's area, newest first; one by its number. */
export default async function CertificatesInScopePage({ searchParams }: PageProps<'/manage/certificates'>) {
  const actor = await requireActor('certificate.read')
  const { serial, before } = await searchParams
  const typed = typeof serial === 'string' ? serial.normalize('NFKC').trim().toUpperCase() : ''
  const from = z.uuid().safeParse(before)
  const t = await getTranslations('certificates')
  const day = await dayText()
  const isMistyped = typed !== '' && !isCertificateSerial(typed)
  const { certificates, older } = isMistyped
    ? { certificates: [], older: null }
    : await certificatesInScope(actor, {
        ...(typed ? { serial: typed } : {}),
        ...(from.success ? { before: from.data } : {}),
      })
  return (
    <>
      <PageTitle beneath={t('manage.lead')}>{t('manage.title')}</PageTitle>
      <form action="/manage/certificates" method="get" className="mb-4 flex flex-wrap items-end gap-3">
        <label className="block">
          {t('manage.search')}
          <input className="input" name="serial" defaultValue={typed} maxLength={40} autoComplete="off" />
        </label>
        <button type="submit" className="button">
          {t('manage.find')}
        </button>
      </form>
      {certificates.length === 0 ? (
        <EmptyState title={t(isMistyped ? 'manage.mistyped' : typed ? 'manage.notFound' : 'manage.none')} />
      ) : null}
      <table className="cards-table" hidden={certificates.length === 0}>
        <thead>
          <tr>
            {(['serial', 'name', 'course', 'happenedOn', 'state'] as const).map((key) => (
              <th key={key} scope="col">
                {t(`fact.${key}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {certificates.map(({ id, name, snapshot, state }) => (
            <tr key={id}>
              <th scope="row" className="font-normal">
                <a href={`/manage/certificates/${id}`}>{snapshot.serial}</a>
              </th>
              <td data-label={t('fact.name')}>{name}</td>
              <td data-label={t('fact.course')}>{snapshot.courseTitle}</td>
              <td data-label={t('fact.happenedOn')}>{day(snapshot.happenedOn)}</td>
              <td data-label={t('fact.state')}>{t(`state.${state}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {older ? (
        <p className="mt-4">
          <a className="button" href={`/manage/certificates?before=${older}`}>
            {t('manage.older')}
          </a>
        </p>
      ) : null}
    </>
  )
}
