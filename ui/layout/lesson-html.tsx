import { LessonHtmlOnce } from './lesson-html-once'
import { putLessonHtml } from './lesson-html-store'

/**
 * A whole lesson's HTML of our own content build. Unlike `Prose` it travels once: React would send it a second time as data for
 * hydration, which for a lesson is a third of the page. Only for pages that are opened by plain links.
 */
export function LessonHtml({ html }: { html: string }) {
  return <LessonHtmlOnce name={putLessonHtml(html)} />
}
