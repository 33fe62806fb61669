import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, it } from 'vitest'
import { doubtfulSayings, factProblems, loadFacts } from './facts'
import { loadCourse } from './load-course'
import type { Problem } from './source-file'

const COURSE = 'keji-zhongxiao'

/** A copy of one course with a register of its own. */
function problemsWith(register: string | null): Problem[] {
  const root = mkdtempSync(path.join(tmpdir(), 'zhixing-facts-'))
  mkdirSync(path.join(root, 'content/courses'), { recursive: true })
  cpSync(path.join('content/courses', COURSE), path.join(root, 'content/courses', COURSE), { recursive: true })
  if (register !== null) writeFileSync(path.join(root, 'content/facts.yaml'), register)
  const problems: Problem[] = []
  const source = loadCourse(root, COURSE, problems)
  const facts = loadFacts(root, problems)
  return [...problems, ...(source ? factProblems(source, facts) : [])]
}

it('our courses stand on registered facts alone', () => {
  const problems: Problem[] = []
  const facts = loadFacts(process.cwd(), problems)
  expect(problems).toEqual([])
  expect(facts?.get('T6-02'), 'who registers a commissioned contract is doubtful').toMatchObject({ usable: false })
})

it('names every question that stands on a doubtful fact or on none, with its line', () => {
  const problems = problemsWith('atoms:\n  - { id: T3-01, say: x, mark: "?" }\nsections: []\n')
  expect(problems.some(({ message }) => message === 'the fact T3-01 is doubtful and not to be used')).toBe(true)
  expect(problems.some(({ message }) => message.startsWith('there is no fact '))).toBe(true)
  expect(problems.every(({ line, file }) => line > 1 && file.startsWith('content/courses/'))).toBe(true)
})

it('asks nothing where there is no register, and refuses one that says a thing twice', () => {
  expect(problemsWith(null)).toEqual([])
  const twice = problemsWith('atoms: []\nsections:\n  - { id: "3", title: a }\n  - { id: "3", title: b }\n')
  expect(twice[0]?.message).toBe('the fact 3 occurs twice')
})

it('finds a sentence that says a doubtful thing under another fact’s number, and none in our courses', () => {
  expect(doubtfulSayings(process.cwd(), loadFacts(process.cwd(), []))).toEqual([])
  const root = mkdtempSync(path.join(tmpdir(), 'zhixing-facts-'))
  mkdirSync(path.join(root, 'content/courses/x/lessons'), { recursive: true })
  const register =
    'atoms:\n  - { id: T6-02, say: x, mark: "?", never: ["境内.{0,12}受托方.{0,6}登记"] }\nsections: []\n'
  writeFileSync(path.join(root, 'content/facts.yaml'), register)
  writeFileSync(path.join(root, 'content/courses/x/lessons/a.mdx'), '# 标题\n\n境内委托合同由受托方办理登记。\n')
  expect(doubtfulSayings(root, loadFacts(root, []))).toEqual([
    { file: 'content/courses/x/lessons/a.mdx', line: 3, message: 'this says what the doubtful fact T6-02 says' },
  ])
})
