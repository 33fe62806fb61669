import { existsSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { prose } from './course-schema'
import type { CourseSource } from './load-course'
import { type Problem, readText, readYaml, validate } from './source-file'

const FILE = 'content/facts.yaml'
const id = z.string().regex(/^(T\d+-\d{2}|\d+(\.\d+)?)$/, 'T1-05 or 1.7')

/**
 * The register of facts that questions stand on: single ones and, where a section of the fact base has none for it, the section.
 * Marks: V★ read on a page of an authority, V on a page whose text agrees with what is known, K known, ? doubtful and not to be used.
 */
const registerSchema = z.strictObject({
  atoms: z.array(
    z.strictObject({
      id,
      say: prose,
      mark: z.enum(['V★', 'V', 'K', '?']),
      cite: prose.optional(),
      note: prose.optional(),
    }),
  ),
  sections: z.array(z.strictObject({ id, title: prose })),
})

/** Ids of facts, and whether a question may stand on each; null: there is no register, so nothing is asked. */
export type FactRegister = ReadonlyMap<string, { usable: boolean }> | null

/** Reads `content/facts.yaml`, when there is one; problems are added. */
export function loadFacts(root: string, problems: Problem[]): FactRegister {
  if (!existsSync(path.join(root, FILE))) return null
  const text = readText(root, FILE, problems)
  const yaml = text === null ? null : readYaml(FILE, text, 0, problems)
  const register = yaml && validate(registerSchema, yaml, problems)
  if (!register) return null
  const facts = new Map<string, { usable: boolean }>()
  for (const one of [
    ...register.atoms.map(({ id: key, mark }) => ({ key, usable: mark !== '?' })),
    ...register.sections.map(({ id: key }) => ({ key, usable: true })),
  ]) {
    if (facts.has(one.key)) problems.push({ file: FILE, line: 1, message: `the fact ${one.key} occurs twice` })
    facts.set(one.key, { usable: one.usable })
  }
  return facts
}

/** Questions and self-checks of a course that stand on a fact which is not registered, or is doubtful. */
export function factProblems({ bank, checks }: CourseSource, facts: FactRegister): Problem[] {
  if (!facts) return []
  return [...bank, ...checks].flatMap(({ question, file, lineOf }) => {
    const known = facts.get(question.fact)
    if (known?.usable) return []
    const what = known
      ? `the fact ${question.fact} is doubtful and not to be used`
      : `there is no fact ${question.fact} in ${FILE}`
    return [{ file, line: lineOf(['fact']), message: what }]
  })
}
