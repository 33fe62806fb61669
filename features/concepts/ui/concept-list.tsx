import { getTranslations } from 'next-intl/server'
import type { NamedConcept } from '../concept-names'

/** Concepts to look at again, each with the lesson that explains it. `beside`: what stands behind a concept. */
export async function ConceptList<One extends NamedConcept & { key: string }>(props: {
  concepts: readonly One[]
  beside?: (one: One) => string
}) {
  const t = await getTranslations('concepts')
  return (
    <ul className="border-rule border-t">
      {props.concepts.map((one) => (
        <li key={one.key} className="flex flex-wrap items-baseline gap-x-4 border-rule border-b py-2">
          <span lang="zh-CN">{one.title}</span>
          <span className="text-ink-3 text-sm" lang="zh-CN">
            {one.from}
          </span>
          {props.beside ? <span className="text-ink-2 text-sm">{props.beside(one)}</span> : null}
          {one.lesson ? (
            <a className="inline-flex min-h-11 items-center" href={one.lesson.href}>
              {t('lesson', { title: one.lesson.title })}
            </a>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
