import { Prose } from '@/ui/layout/prose'
import type { PaperWords } from './paper-words'

/** The material that the parts of a case share: open at the first part, and to be opened again at every other. */
export function CaseMaterial({
  group,
  t,
}: {
  group: { material: string; part: number; parts: number }
  t: PaperWords
}) {
  return (
    <details className="case-material" {...(group.part === 1 ? { open: true } : {})}>
      <summary>{t('material', { part: group.part, parts: group.parts })}</summary>
      <Prose html={group.material} />
    </details>
  )
}
