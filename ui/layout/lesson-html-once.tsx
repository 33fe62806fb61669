'use client'

import { useEffect, useRef } from 'react'
import { takeLessonHtml } from './lesson-html-store'

/**
 * Takes the text while the server renders; in the browser it is in the page already and is left as it is. Should this ever be
 * mounted without it, the page is loaded once more as a whole.
 */
export function LessonHtmlOnce({ name }: { name: string }) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (place.current && place.current.childNodes.length === 0) window.location.reload()
  }, [])
  const html = typeof window === 'undefined' ? takeLessonHtml(name) : ''
  const content = { lang: 'zh-CN', dangerouslySetInnerHTML: { __html: html } }
  return <div ref={place} className="prose" suppressHydrationWarning {...content} />
}
