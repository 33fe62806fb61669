import { headers } from 'next/headers'
import { getLocale, getTranslations } from 'next-intl/server'
import { PreferenceSwitch } from './preference-switch'

/** On every page: suggestions, help, accessibility, language, look, and the slot for the filing number. */
export async function SiteFooter({
  office,
  filing,
  isWide,
}: {
  office?: string
  filing?: string
  isWide?: boolean
} = {}) {
  const t = await getTranslations('common')
  const locale = await getLocale()
  const back = (await headers()).get('x-path') ?? '/'
  return (
    <footer className="mt-16 border-rule border-t text-ink-2 text-sm print:hidden">
      <div
        className={`mx-auto flex ${isWide ? 'max-w-[105rem]' : 'max-w-6xl'} flex-wrap items-center gap-x-6 gap-y-1 px-4 py-4`}
      >
        <a className="inline-flex min-h-11 items-center" href={`/suggest?from=${encodeURIComponent(back)}`}>
          {t('suggest')}
        </a>
        <a className="inline-flex min-h-11 items-center" href="/help">
          {t('help')}
        </a>
        <a className="inline-flex min-h-11 items-center" href="/accessibility">
          {t('accessibility')}
        </a>
        <a className="inline-flex min-h-11 items-center" href="/verify">
          {t('verify')}
        </a>
        <PreferenceSwitch
          name="locale"
          back={back}
          label={t('language')}
          choices={[
            { value: 'zh', label: '中文', lang: 'zh-CN' },
            { value: 'en', label: 'English', lang: 'en' },
          ]}
          current={locale}
        />
        <PreferenceSwitch
          name="theme"
          back={back}
          label={t('look')}
          choices={[
            { value: 'light', label: t('light') },
            { value: 'dark', label: t('dark') },
            { value: 'system', label: t('system') },
          ]}
        />
        <p className="w-full text-ink-3">
          {office ? `${office} · ` : ''}
          {filing ?? t('filingSlot')}
        </p>
      </div>
    </footer>
  )
}
