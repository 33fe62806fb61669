import { getTranslations } from 'next-intl/server'

/** The topics of the officers' help, in the order of a programme's year. */
export const HELP_TOPICS = [
  'today',
  'rates',
  'roster',
  'changes',
  'contacts',
  'owners',
  'messages',
  'inquiries',
  'visits',
  'sessions',
  'results',
  'ask',
  'spot',
  'reports',
  'programmes',
  'officers',
  'agencies',
] as const

/** From a page to the part of the help that explains it. */
export async function HelpLink({ topic }: { topic: (typeof HELP_TOPICS)[number] }) {
  const t = await getTranslations('officeHelp')
  return (
    <p className="print:hidden">
      <a
        className="inline-flex min-h-11 items-center text-sm"
        href={`/manage/help#${topic}`}
        aria-label={t('linkOf', { topic: t(`topic.${topic}.title`) })}
      >
        {t('link')}
      </a>
    </p>
  )
}
