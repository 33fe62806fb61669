import { stringify } from 'yaml'
import type { WrittenQuestion } from './written-question'

/** Questions as the text of a `bank.yaml`, cases put together again. */
export function bankYaml(course: string | null, questions: readonly WrittenQuestion[]): string {
  const cases = new Set<string>()
  const entries = questions.flatMap(({ question, group }): object[] => {
    if (!group) return [question]
    if (cases.has(group.id)) return []
    cases.add(group.id)
    const parts = questions.filter((one) => one.group?.id === group.id).map((one) => one.question)
    return [{ id: group.id, kind: 'case', material: group.material, parts }]
  })
  return stringify({ ...(course ? { course } : {}), questions: entries }, { lineWidth: 0 })
}
