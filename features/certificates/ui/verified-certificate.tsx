import { getFormatter, getTranslations } from 'next-intl/server'
import { CERTIFICATE_DISCLAIMER, CERTIFICATE_TITLE } from '@/domain/certificates/snapshot'
import { shanghaiDayOf } from '@/domain/calendar/day'
import { Notice } from '@/ui/layout/notice'
import type { PublicCertificate } from '../queries/public-certificate'
import { CertificateFacts } from './certificate-facts'
import { dayText } from './day-text'

const VERDICTS = {
  VALID: { sentence: 'valid', tone: 'done', sign: '●' },
  EXPIRED: { sentence: 'expired', tone: 'warn', sign: '◌' },
  REVOKED: { sentence: 'revoked', tone: 'stop', sign: '✗' },
} as const

/** What the public page says of a certificate that exists. */
export async function VerifiedCertificate({ certificate, now }: { certificate: PublicCertificate; now: Date }) {
  const t = await getTranslations('certificates')
  const format = await getFormatter()
  const day = await dayText()
  const { sentence, tone, sign } = VERDICTS[certificate.state]
  return (
    <>
      <Notice tone={tone} title={`${sign} ${t(`state.${certificate.state}`)}`}>
        {t(`verify.${sentence}`)}
      </Notice>
      <h2 className="mt-6 mb-3 font-serif text-lg" lang="zh-CN">
        {CERTIFICATE_TITLE}
      </h2>
      <CertificateFacts
        facts={[
          ['name', certificate.maskedName],
          ['course', certificate.courseTitle],
          ['labs', certificate.labs.map((lab) => lab.title).join('、') || null],
          ['happenedOn', day(certificate.happenedOn)],
          ['issuedOn', day(certificate.issuedOn)],
          ['validUntilOn', certificate.validUntilOn ? day(certificate.validUntilOn) : t('noEnd')],
          ['revokedOn', certificate.revokedAt ? day(shanghaiDayOf(certificate.revokedAt)) : null],
          ['serial', certificate.serial],
        ]}
      />
      <p className="mt-4 text-ink-2 text-sm">{t('verify.lead', { disclaimer: CERTIFICATE_DISCLAIMER })}</p>
      <p className="text-ink-3 text-sm">
        {t('verify.checkedAt', { at: format.dateTime(now, { dateStyle: 'long', timeStyle: 'short' }) })}
      </p>
      <p className="mt-6">
        <a href="/verify" className="inline-flex min-h-11 items-center">
          {t('verify.again')}
        </a>
      </p>
    </>
  )
}
