import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { type CompileLabels, compileCourse, proseHtml } from './compile-course'
import type { Catalog } from './compiled'
import { courseProblems } from './course-problems'
import { labProblems, lessonProblems } from './lab-problems'
import { healthProblems } from './health-problems'
import { foldersIn, loadCourse } from './load-course'
import { loadLab } from './load-lab'
import { doubtfulSayings, factProblems, loadFacts } from './facts'
import { deskProblems, loadDesk } from './desk'
import { searchIndex } from './search-index'
import type { Problem } from './source-file'

/** Where the compiled content lies, below the repository's folder. */
export const CATALOG_FILE = 'generated/content/catalog.json'
const SEARCH_FILE = 'generated/content/search.json'

/**
 * Reads, validates and compiles everything under `content/`. Nothing is written.
 *
 * @param today a Shanghai day, for the age of what was checked
 * @returns the catalog, usable only when there are no problems; problems are sorted by file and line
 */
export async function compileContent(root: string, today: string): Promise<{ catalog: Catalog; problems: Problem[] }> {
  const problems: Problem[] = []
  const catalog: Catalog = { courses: [], labs: [], desk: loadDesk(root, problems) }
  const labels = contentLabels(root)
  const facts = loadFacts(root, problems)
  problems.push(...doubtfulSayings(root, facts))
  for (const folder of foldersIn(root, 'courses')) {
    const source = loadCourse(root, folder, problems)
    if (!source) continue
    problems.push(...courseProblems(source, today), ...factProblems(source, facts))
    const course = await compileCourse(source, labels, problems)
    catalog.courses.push(course)
    problems.push(...healthProblems(course))
  }
  for (const folder of foldersIn(root, 'labs')) {
    const lab = loadLab(root, folder, problems)
    if (!lab) continue
    problems.push(...labProblems(lab))
    const html = await proseHtml(lab.lab, labels, problems)
    catalog.labs.push({ ...lab.lab.meta, html, texts: lab.texts })
    problems.push(...lessonProblems(lab, catalog.courses))
  }
  problems.push(...duplicates(catalog), ...deskProblems(catalog.desk, catalog.courses))
  return { catalog, problems: inOrder(problems) }
}

/** Writes the catalog and the index of the search, each in one rename, so that a reader never sees half of it. */
export function writeCatalog(root: string, catalog: Catalog): void {
  replace(path.join(root, CATALOG_FILE), JSON.stringify(catalog))
  replace(path.join(root, SEARCH_FILE), searchIndex(catalog))
}

function replace(file: string, text: string): void {
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(`${file}.${process.pid}`, text)
  renameSync(`${file}.${process.pid}`, file)
}

function contentLabels(root: string): CompileLabels {
  const messages = JSON.parse(readFileSync(path.join(root, 'messages/zh/learn.json'), 'utf8'))
  return messages.content as CompileLabels
}

function duplicates({ courses, labs }: Catalog): Problem[] {
  const seen = new Set<string>()
  return [...courses.map((one) => one.exam.slug), ...labs.map((one) => one.slug)].flatMap((slug) => {
    const isDouble = seen.has(slug)
    seen.add(slug)
    return isDouble ? [{ file: 'content', line: 1, message: `the exam or lab slug ${slug} is used twice` }] : []
  })
}

function inOrder(problems: readonly Problem[]): Problem[] {
  const unique = new Map(problems.map((problem) => [`${problem.file}:${problem.line}:${problem.message}`, problem]))
  return [...unique.values()].sort((one, other) => one.file.localeCompare(other.file) || one.line - other.line)
}
