import { shanghaiDayOf } from '@/domain/calendar/day'
import { appOrigin, env, isOriginConfigured } from '@/server/env'
import { codePointName, drawable } from '@/server/pdf/fonts'
import { qrPath } from '@/server/pdf/qr-path'
import type { QrPath } from '@/server/pdf/qr-path'
import type { LinkToSend } from '../commands/links-for-sending'

/** Everything a letter says, ready to draw. */
export type Letter = {
  title: string
  greeting: string
  about: string
  how: string
  orCode: string
  code: string | null
  until: string
  source: string
  office: string
  day: string
  sample: string | null
  missing: string | null
  qr: QrPath
}

type Words = (key: string, values?: Record<string, string>) => string

/** The letter of one holding; characters that the font lacks are marked and named at the foot. */
export function letterOf({ holding, link }: LinkToSend, t: Words): Letter {
  const greeting = drawable(t('letter.greeting', { enterprise: holding.enterprise, name: holding.personName }))
  const address = appOrigin() + link.path
  const source = holding.mobileSource
  return {
    title: t('letter.title'),
    greeting: greeting.text,
    about: drawable(t(holding.seatKind === 'HEAD' ? 'letter.head' : 'letter.clerk', { programme: holding.programme }))
      .text,
    how: t('letter.how'),
    orCode: t('letter.orCode', { address: `${appOrigin()}/l` }),
    code: link.code,
    until: t('letter.until', { day: chineseDay(shanghaiDayOf(link.expiresAt)) }),
    source: drawable(source ? t('letter.source', { source }) : t('letter.sourceUnknown')).text,
    office: drawable(env().OFFICE_NAME ?? '').text,
    day: chineseDay(shanghaiDayOf(new Date())),
    sample: isOriginConfigured() ? null : t('letter.sample'),
    missing:
      greeting.missing.length > 0
        ? t('letter.missing', { glyphs: greeting.missing.map(codePointName).join('、') })
        : null,
    qr: qrPath(address),
  }
}

function chineseDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}
