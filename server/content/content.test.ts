import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { rightAnswerOf } from '@/domain/exams/answer-key'
import { isRight } from '@/domain/exams/score'
import { compileContent } from './build'
import type { Catalog } from './compiled'
import { compileMdx } from './compile-mdx'
import { drawableQuestions } from './drawable-questions'
import { withAnswers } from './self-check-feedback'
import type { Problem } from './source-file'

const labels = JSON.parse((await import('node:fs')).readFileSync('messages/zh/learn.json', 'utf8')).content
const feedback = { right: '对了', notYet: '再看', answer: '应为', cite: '依据', yes: '对', no: '不对' }

describe('the content of this repository', () => {
  let catalog: Catalog
  let problems: Problem[]
  beforeAll(async () => {
    // The day it was checked: growing old is told by `npm run content:check`, it does not make the tests of old commits fail.
    ;({ catalog, problems } = await compileContent(process.cwd(), '2026-03-01'))
  }, 60_000)

  it('has no problems', () => expect(problems).toEqual([]))

  it('keeps keys and reasons of self-checks out of the lessons’ HTML', () => {
    for (const course of catalog.courses) {
      const html = course.lessons.map((lesson) => lesson.html).join('')
      for (const check of course.checks) {
        for (const { because } of check.options) if (because) expect(html).not.toContain(because)
        if (check.because) expect(html).not.toContain(check.because)
      }
      expect(html).not.toMatch(/correct|because|data-answer/)
    }
  })

  it('has a key for every question that grades as right, in the words the page sends', () => {
    for (const { key } of catalog.courses.flatMap((course) => [...course.bank, ...course.checks])) {
      expect(isRight(key, rightAnswerOf(key))).toBe(true)
    }
  })

  it('lets a head answer each drawable question with one tap', () => {
    const heads = catalog.courses.filter((course) => course.audience.includes('head'))
    const kinds = heads.flatMap((course) => drawableQuestions(course).map((question) => question.kind))
    expect(new Set(kinds)).toEqual(new Set(['single', 'truefalse']))
  })

  it('puts a reader’s answer back into the form, with the reply beside it', () => {
    const course = catalog.courses.find((one) => one.checks.some((check) => check.kind === 'single'))
    const check = course?.checks.find((one) => one.kind === 'single')
    const lesson = course?.lessons.find((one) => one.selfChecks.includes(check?.id ?? ''))
    if (!course || !check || !lesson) throw new Error('no self-check with one choice')
    const [first] = check.options
    const answer = { checkId: check.id, value: [first?.id ?? ''], isRight: isRight(check.key, [first?.id ?? '']) }
    const html = withAnswers(lesson.html, course.checks, [answer], feedback)
    expect(html).toContain(`data-choice="${check.id}/${first?.id}" checked`)
    expect(html.match(/class="feedback /g)).toHaveLength(1)
  })
})

describe('prose', () => {
  const compile = async (text: string) => {
    const problems: Problem[] = []
    const compiled = await compileMdx(text, { file: 'x.mdx', line: 10 }, labels, problems)
    return { html: compiled?.html ?? null, problems }
  }

  it.each([
    ['import', "import fs from 'fs'\n\n正文"],
    ['an export', 'export const a = 1'],
    ['an expression', '正文 {1 + 1}'],
    ['an expression as attribute', '<Cite doc={process.env.HOME} />'],
    ['a spread', '<Cite {...{}} />'],
    ['an element that is not allowed', '<script>alert(1)</script>'],
    ['another component', '<Danger />'],
    ['an unknown attribute', '<Callout kind="case" onClick="x">a</Callout>'],
    ['a javascript link', '[a](javascript:alert)'],
    ['a link to another scheme', '[a](//example.org)'],
    ['an image without words', '![](/a.png)'],
    ['a calculator that cannot be computed', '<Calc kind="other-cap" five="x" other="1" />'],
    ['an unknown callout', '<Callout kind="shout">a</Callout>'],
  ])('refuses %s, with the line of the file', async (_, text) => {
    const { html, problems } = await compile(`第一行\n\n${text}`)
    expect(html).toBeNull()
    expect(problems[0]).toMatchObject({ file: 'x.mdx' })
    expect(problems[0]?.line).toBeGreaterThanOrEqual(10)
  })

  it('says the very line of what it refuses', async () => {
    expect((await compile('一\n\n二\n\n<Danger />')).problems).toMatchObject([{ line: 14 }])
  })

  it('escapes what an author writes and keeps what is allowed', async () => {
    const { html, problems } = await compile(
      '5 \\< 6 & “七”\n\n<Callout kind="trap" title="小心">正文 <Cite doc="甲 <乙>" /></Callout>',
    )
    expect(problems).toEqual([])
    expect(html).toContain('5 &lt; 6 &amp; “七”')
    expect(html).toContain('甲 &lt;乙&gt;')
    expect(html).toContain('<aside class="callout callout-trap">')
  })

  it('shows the worked numbers of a calculator without a script', async () => {
    const { html } = await compile('<Calc kind="other-cap" five="900" other={150} />')
    expect(html).toMatch(/data-result="cap">100</)
    expect(html).toMatch(/data-result="lost">50</)
  })
})

describe('a broken course', () => {
  it('is reported with the file and line of each mistake', async () => {
    const root = mkdtempSync(path.join(tmpdir(), 'content-'))
    const write = (file: string, text: string) => {
      mkdirSync(path.dirname(path.join(root, file)), { recursive: true })
      writeFileSync(path.join(root, file), text)
    }
    write('messages/zh/learn.json', JSON.stringify({ content: labels }))
    write(
      'content/courses/a/course.mdx',
      '---\nslug: b\ntitle: t\ntitleEn: t\nsummary: s\naudience: [clerk]\nversion: 1\nminutes: 3\norder: [one]\ncheckedOn: 2020-01-01\nsources: [{ title: s }]\nconcepts:\n  - { id: c, title: c, lesson: nowhere, source: s, effectiveFrom: null, effectiveTo: null }\nexam: { slug: e, title: t, draw: 2, pass: 2, tries: null, waitHours: 0, openBook: true }\n---\n正文\n',
    )
    write(
      'content/courses/a/lessons/one.mdx',
      '---\nslug: one\ntitle: t\nminutes: 2\nconcepts: [c]\n---\n正文\n\n<SelfCheck id="gone" />\n',
    )
    write(
      'content/courses/a/checks.yaml',
      'questions:\n  - { id: unused, kind: truefalse, concept: c, fact: f, difficulty: 1, prompt: p, answer: true, because: b, cite: { doc: d } }\n',
    )
    write(
      'content/courses/a/bank.yaml',
      'questions:\n  - id: q\n    kind: single\n    concept: d\n    fact: f\n    difficulty: 1\n    prompt: p\n    options:\n      - { id: a, text: a, because: b, correct: true }\n      - { id: b, text: b, because: b, correct: true }\n    cite: { doc: d }\n',
    )
    const { problems } = await compileContent(root, '2026-03-01')
    const places = problems.map((problem) => `${problem.file.replace('content/courses/a/', '')}:${problem.line}`)
    expect(places).toEqual([
      'bank.yaml:8', // two correct options in a single choice
      'checks.yaml:2', // never used
      'course.mdx:2', // slug is not the folder
      'course.mdx:10', // checked too long ago
      'course.mdx:13', // concept of a lesson that does not exist
      'course.mdx:14', // bank too small
      'lessons/one.mdx:9', // self-check that does not exist
      'content/courses/b/bank.yaml:1', // a concept hardly asked about
    ])
  })
})
