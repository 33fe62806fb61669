import { type LabMeta, labSchema, type LabTexts, labTextsSchema } from './lab-schema'
import { type Prose, prose } from './load-course'
import { type Problem, readText, readYaml, validate, type Yaml } from './source-file'

/** A lab as its authors wrote it: each file valid in itself; `labProblems` looks at how they fit the generator. */
export type LabSource = { folder: string; lab: Prose<LabMeta>; texts: LabTexts; yaml: Yaml }

/**
 * Reads `content/labs/<folder>`; problems of single files are added to `problems`.
 *
 * @returns null when one of its two files is unusable
 */
export function loadLab(root: string, folder: string, problems: Problem[]): LabSource | null {
  const base = `content/labs/${folder}`
  const lab = prose(root, `${base}/lab.mdx`, labSchema, problems)
  const text = readText(root, `${base}/texts.yaml`, problems)
  const yaml = text === null ? null : readYaml(`${base}/texts.yaml`, text, 0, problems)
  const texts = yaml && validate(labTextsSchema, yaml, problems)
  return lab && yaml && texts ? { folder, lab, texts, yaml } : null
}
