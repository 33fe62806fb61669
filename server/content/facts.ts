import { existsSync, readdirSync, readFileSync } from 'node:fs'
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
      /** Of a doubtful fact: how a sentence would say it all the same, as regular expressions. */
      never: z.array(z.string().min(4)).optional(),
    }),
  ),
  sections: z.array(z.strictObject({ id, title: prose })),
})

/** Ids of facts, whether a question may stand on each, and what may not be said; null: there is no register, so nothing is asked. */
export type FactRegister = ReadonlyMap<string, { usable: boolean; never?: readonly RegExp[] }> | null

/** Reads `content/facts.yaml`, when there is one; problems are added. */
export function loadFacts(root: string, problems: Problem[]): FactRegister {
  if (!existsSync(path.join(root, FILE))) return null
  const text = readText(root, FILE, problems)
  const yaml = text === null ? null : readYaml(FILE, text, 0, problems)
  const register = yaml && validate(registerSchema, yaml, problems)
  if (!register) return null
  const facts = new Map<string, { usable: boolean; never?: readonly RegExp[] }>()
  for (const one of [
    ...register.atoms.map(({ id: key, mark, never }) => ({ key, usable: mark !== '?', never })),
    ...register.sections.map(({ id: key }) => ({ key, usable: true, never: undefined })),
  ]) {
    if (facts.has(one.key)) problems.push({ file: FILE, line: 1, message: `the fact ${one.key} occurs twice` })
    facts.set(one.key, {
      usable: one.usable,
      ...(one.never ? { never: one.never.map((text) => new RegExp(text)) } : {}),
    })
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

/**
 * Lines of courses, desk and labs that say what a doubtful fact says, on whatever fact they claim to stand: a question's number alone
 * does not show it.
 */
export function doubtfulSayings(root: string, facts: FactRegister): Problem[] {
  const doubtful = [...(facts ?? [])].flatMap(([id, { never = [] }]) => never.map((pattern) => ({ id, pattern })))
  if (doubtful.length === 0) return []
  return contentFiles(root).flatMap((file) =>
    readFileSync(path.join(root, file), 'utf8')
      .split('\n')
      .flatMap((text, index) =>
        doubtful
          .filter(({ pattern }) => pattern.test(text))
          .map(({ id }) => ({ file, line: index + 1, message: `this says what the doubtful fact ${id} says` })),
      ),
  )
}

/** Every text of the content but the register itself, relative to `root`. */
function contentFiles(root: string): string[] {
  return readdirSync(path.join(root, 'content'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:mdx|yaml)$/.test(entry.name))
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
    .filter((file) => file !== FILE)
    .sort()
}
