import type { CellSpec, FormSection, Say, Sheet } from '@/domain/labs/lab-sheet'
import { labNamed } from '@/domain/labs/labs'

import type { LabSource } from './load-lab'
import type { Problem } from './source-file'

/** Sheets looked at in each mode; every word that they use must be there. */
const SHEETS = 20

/** How a lab's files fit one another and its generator: every word that a sheet may ask for is there, and no other. */
export function labProblems({ folder, lab, texts, yaml }: LabSource): Problem[] {
  const { meta, source } = lab
  const at = (keys: string[], message: string): Problem => ({
    file: source.file,
    line: source.frontmatter.lineOf(keys),
    message,
  })
  const wrongFolder = meta.slug === folder ? [] : [at(['slug'], `slug must be the folder's name, ${folder}`)]
  const generator = labNamed(meta.generator)
  if (!generator) return [...wrongFolder, at(['generator'], `there is no lab ${meta.generator} in domain/labs`)]

  const used = wordsOf(sheetsOf(generator.generate))
  used.paths = new Set(generator.paths)
  const parts = ['steps', 'cells', 'labels', 'options', 'paths'] as const
  const missing = parts.flatMap((part) =>
    [...used[part]].filter((word) => !Object.hasOwn(texts[part], word)).map((word) => [part, word]),
  )
  const spare = parts.flatMap((part) =>
    Object.keys(texts[part])
      .filter((word) => !used[part].has(word))
      .map((word) => [part, word]),
  )
  const known = new Set(meta.concepts.map(({ id }) => id))
  const untaught = [...used.concepts].filter((concept) => !known.has(concept))
  return [
    ...wrongFolder,
    ...missing.map(([part = '', word = '']) => ({
      file: yaml.file,
      line: yaml.lineOf([part]),
      message: `${part}.${word} is missing; the sheets of ${meta.generator} use it`,
    })),
    ...spare.map(([part = '', word = '']) => ({
      file: yaml.file,
      line: yaml.lineOf([part, word]),
      message: `${part}.${word} is used by no sheet of ${meta.generator}`,
    })),
    ...untaught.map((concept) => at(['concepts'], `the cells test ${concept}, which is not among the concepts`)),
    ...placeholderProblems({ texts, yaml }, used.says),
  ]
}

/** Concepts that name a lesson which no course has. */
export function lessonProblems(
  { lab: { meta, source } }: LabSource,
  courses: readonly { slug: string; lessons: readonly { slug: string }[] }[],
): Problem[] {
  const known = new Set(courses.flatMap((course) => course.lessons.map((lesson) => `${course.slug}/${lesson.slug}`)))
  return meta.concepts.flatMap(({ id, lesson }, index) =>
    lesson === undefined || known.has(lesson)
      ? []
      : [
          {
            file: source.file,
            line: source.frontmatter.lineOf(['concepts', index]),
            message: `the concept ${id} is explained in ${lesson}, which is not there`,
          },
        ],
  )
}

type Words = Record<'steps' | 'cells' | 'labels' | 'options' | 'paths' | 'concepts', Set<string>> & { says: Say[] }

function sheetsOf(generate: (seed: string, mode: 'PRACTICE' | 'CERTIFYING') => { sheet: Sheet }): Sheet[] {
  return Array.from({ length: SHEETS }, (_, index) => String(index)).flatMap((seed) => [
    generate(seed, 'PRACTICE').sheet,
    generate(seed, 'CERTIFYING').sheet,
  ])
}

function wordsOf(sheets: readonly Sheet[]): Words {
  const cells = sheets.flatMap((sheet) => sheet.cells)
  const forms = sheets.flatMap((sheet) => sheet.forms)
  const labels = forms.flatMap(({ title, sections }) => [...(title ? [title] : []), ...sections.flatMap(headsOf)])
  return {
    steps: new Set(cells.map(({ step }) => step)),
    cells: new Set(cells.map(({ label }) => label.text)),
    labels: new Set(labels.map(({ text }) => text)),
    options: new Set(cells.flatMap(optionsOf)),
    concepts: new Set(cells.map(({ concept }) => concept)),
    paths: new Set(),
    says: [...cells.map(({ label }) => label), ...labels],
  }
}

function headsOf(section: FormSection): Say[] {
  return section.layout === 'list' ? [] : [...section.columns, ...section.rows.map(({ head }) => head)]
}

function optionsOf(cell: CellSpec): readonly string[] {
  return 'options' in cell ? cell.options : []
}

/** Placeholders that no sheet fills. */
function placeholderProblems({ texts, yaml }: Pick<LabSource, 'texts' | 'yaml'>, says: readonly Say[]): Problem[] {
  const filled = new Map<string, Set<string>>()
  for (const { text, args = {} } of says) filled.set(text, new Set([...(filled.get(text) ?? []), ...Object.keys(args)]))
  const written: [keys: string[], word: string, text: string][] = [
    ...Object.entries(texts.cells).map(([word, { label }]): [string[], string, string] => [
      ['cells', word, 'label'],
      word,
      label,
    ]),
    ...Object.entries(texts.labels).map(([word, label]): [string[], string, string] => [['labels', word], word, label]),
  ]
  return written.flatMap(([keys, word, text]) =>
    [...text.matchAll(/\{(\w+)\}/g)]
      .filter(([, name = '']) => !filled.get(word)?.has(name))
      .map(([, name]) => ({ file: yaml.file, line: yaml.lineOf(keys), message: `nothing fills {${name}}` })),
  )
}
