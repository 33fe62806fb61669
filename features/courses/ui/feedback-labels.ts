import 'server-only'
import { getTranslations } from 'next-intl/server'
import type { FeedbackLabels } from '@/server/content/self-check-feedback'

/** The words of a reply to a self-check in the reader's language. */
export async function feedbackLabels(): Promise<FeedbackLabels> {
  const t = await getTranslations('learn.feedback')
  return {
    right: t('right'),
    notYet: t('notYet'),
    answer: t('answer'),
    cite: t('cite'),
    yes: t('yes'),
    no: t('no'),
  }
}
