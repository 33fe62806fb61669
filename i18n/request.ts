import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { cookies } from 'next/headers'
import { getRequestConfig } from 'next-intl/server'

export const LOCALES = ['zh', 'en'] as const
export type Locale = (typeof LOCALES)[number]
/** Holds the chosen language of this browser; the account's choice is copied into it at sign-in. */
export const LOCALE_COOKIE = 'locale'

type Messages = Record<string, Record<string, unknown>>
const loaded = new Map<Locale, Messages>()

/** The whole catalogue of a language: one namespace per file of messages/<locale>/. */
export function messagesOf(locale: Locale): Messages {
  const known = loaded.get(locale)
  if (known && process.env.NODE_ENV === 'production') return known
  const folder = join(process.cwd(), 'messages', locale)
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'))
  const all = Object.fromEntries(
    files.map((name) => [name.slice(0, -5), JSON.parse(readFileSync(join(folder, name), 'utf8'))]),
  ) as Messages
  loaded.set(locale, all)
  return all
}

export default getRequestConfig(async () => {
  const chosen = (await cookies()).get(LOCALE_COOKIE)?.value
  const locale: Locale = chosen === 'en' ? 'en' : 'zh'
  return { locale, messages: messagesOf(locale), timeZone: 'Asia/Shanghai' }
})
