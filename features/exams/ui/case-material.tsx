import { getTranslations } from 'next-intl/server'
import { Prose } from '@/ui/layout/prose'

/** The material that the parts of a case share: open at the first part, and to be opened again at every other. */
export async function CaseMaterial({ group }: { group: { material: string; part: number; parts: number } }) {
  const t = await getTranslations('exams.paper')
  return (
    <details className="case-material" {...(group.part === 1 ? { open: true } : {})}>
      <summary>{t('material', { part: group.part, parts: group.parts })}</summary>
      <Prose html={group.material} />
    </details>
  )
}
