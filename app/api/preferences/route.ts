import { headers } from 'next/headers'
import { NextResponse } from 'next/server'
import { LOCALE_COOKIE } from '@/i18n/request'
import { isOwnOrigin } from '@/server/auth/origin'
import { appOrigin } from '@/server/env'
import { handlerForm } from '@/server/handler'
import { ownPath } from '@/server/own-path'
import { THEME_COOKIE, themeOf } from '@/ui/layout/theme'

const YEAR_SECONDS = 365 * 24 * 3600

/** Remembers the language or look of this browser and goes back. Public: it writes nothing but a cookie. */
export async function POST(request: Request) {
  if (!isOwnOrigin(await headers())) return new NextResponse(null, { status: 403 })
  const form = await handlerForm(request)
  if (form instanceof Response) return form
  const response = new NextResponse(null, { status: 303, headers: { location: ownPath(form.get('back')) } })
  const options = {
    path: '/',
    maxAge: YEAR_SECONDS,
    sameSite: 'lax' as const,
    secure: appOrigin().startsWith('https:'),
  }
  const locale = form.get('locale')
  if (locale === 'zh' || locale === 'en') response.cookies.set(LOCALE_COOKIE, locale, options)
  const theme = form.get('theme')
  if (typeof theme === 'string') response.cookies.set(THEME_COOKIE, themeOf(theme), options)
  return response
}
