import { getMessages, getTranslations } from 'next-intl/server'
import { LessonIsland } from '@/features/courses/ui/lesson-island'
import { type CalcLabels, calcHtml } from '@/server/content/calc-html'
import { Prose } from '@/ui/layout/prose'

/** One million yuan, the general rate, the general tax rate: what the example in the first card says. */
const EXAMPLE = { cost: '1000000', rate: '100', tax: '25' }

/** What the policy is worth to the head's own enterprise: a calculator whose numbers never leave the browser. */
export async function Worth() {
  const t = await getTranslations('learn.worth')
  const messages = (await getMessages()) as unknown as { learn: { content: { calc: CalcLabels } } }
  const html = calcHtml('tax-saving', EXAMPLE, messages.learn.content.calc, 'worth')
  return (
    <section className="mt-8">
      <h2 className="text-lg">{t('title')}</h2>
      <p className="text-ink-2">{t('lead')}</p>
      <Prose html={html ?? ''} />
      <LessonIsland />
    </section>
  )
}
