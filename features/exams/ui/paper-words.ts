import type { getTranslations } from 'next-intl/server'

/** The words of a paper, and those of its result, read once by the page and handed on. */
export type PaperWords = Awaited<ReturnType<typeof getTranslations<'exams.paper'>>>
export type ResultWords = Awaited<ReturnType<typeof getTranslations<'exams.result'>>>
