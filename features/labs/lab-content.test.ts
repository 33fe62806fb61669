import { describe, expect, it } from 'vitest'
import { labGenerator } from '@/domain/labs/generators'
import { labSchema } from '@/server/content/course-schema'
import { foldersIn, prose } from '@/server/content/load-course'
import type { Problem } from '@/server/content/source-file'
import en from '@/messages/en/labs.json'
import zh from '@/messages/zh/labs.json'

const root = process.cwd()

describe.each(foldersIn(root, 'labs'))('the lab %s', (folder) => {
  const problems: Problem[] = []
  const meta = prose(root, `content/labs/${folder}/lab.mdx`, labSchema, problems)?.meta

  it('names a generator that exists', () => {
    expect(problems).toEqual([])
    expect(meta && labGenerator(meta.generator)).toBeDefined()
  })

  it.each([
    ['zh', zh],
    ['en', en],
  ])('has a sentence in %s for every step, cell and wrong path that its sheets use', (_locale, messages) => {
    const generator = labGenerator(meta?.generator ?? '')
    for (let seed = 0; seed < 60; seed++) {
      const lab = generator?.generate(String(seed), seed % 2 ? 'PRACTICE' : 'CERTIFYING')
      for (const { id, step } of lab?.sheet.cells ?? []) {
        const name = id.replace(/^p\d-/, 'project-')
        expect([messages.cell, messages.formula].map((texts) => Object.keys(texts).includes(name))).toEqual([
          true,
          true,
        ])
        expect(Object.keys(messages.step)).toContain(step)
        expect(Object.keys(messages.stepHint)).toContain(step)
      }
      const paths = lab?.key.cells.flatMap((cell) => cell.wrong.map(({ path }) => path)) ?? []
      expect(Object.keys(messages.path)).toEqual(
        expect.arrayContaining([...new Set(paths), 'wrong-unit', 'wrong-sign', 'carried']),
      )
    }
  })
})
