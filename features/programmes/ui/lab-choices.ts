import { getTranslations } from 'next-intl/server'
import { contentCatalog } from '@/server/content/catalog'
import { USUAL_LABS } from '../template'
import type { LabChoice } from './programme-form'

const TIMES = [0, 1, 2, 3]

/** Every lab with how often a new programme may ask for it; the usual ones are chosen. */
export async function labChoices(): Promise<LabChoice[]> {
  const t = await getTranslations('programmes')
  const options = TIMES.map((times) => ({ times, label: times === 0 ? t('labNotAsked') : t('labTimes', { times }) }))
  return contentCatalog().labs.map(({ slug, title }) => ({
    slug,
    title,
    times: USUAL_LABS.find((lab) => lab.slug === slug)?.times ?? 0,
    options,
  }))
}
