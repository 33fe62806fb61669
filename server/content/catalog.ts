import 'server-only'
import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import type { Catalog, CompiledCourse, CompiledLab } from './compiled'

type Loaded = { catalog: Catalog; changedAt: number; checkedAt: number }
const holder = globalThis as { zhixingContent?: Loaded }

/** How long a loaded catalog is believed before its file is looked at again; a new build is there within a second. */
const BELIEVED_MS = 1000

/**
 * The compiled content with keys, for the server. Read once and again only when `npm run content:build` wrote a newer one.
 *
 * @throws when content was never built: run `npm run content:build`
 */
export function contentCatalog(): Catalog {
  const known = holder.zhixingContent
  if (known && Date.now() - known.checkedAt < BELIEVED_MS) return known.catalog
  const file = path.join(/* turbopackIgnore: true */ process.cwd(), 'generated', 'content', 'catalog.json')
  const changedAt = statSync(file).mtimeMs
  const catalog = known?.changedAt === changedAt ? known.catalog : (JSON.parse(readFileSync(file, 'utf8')) as Catalog)
  holder.zhixingContent = { catalog, changedAt, checkedAt: Date.now() }
  return catalog
}

/** Uses this catalog from now on in this process; for tests, which bring a course of their own. */
export function provideCatalog(own: Omit<Catalog, 'desk'>): void {
  const catalog = { desk: { timeline: [], costs: [], terms: [] }, ...own }
  holder.zhixingContent = { catalog, changedAt: 0, checkedAt: Number.POSITIVE_INFINITY }
}

/** The course of that slug; undefined when there is none. */
export function courseBySlug(slug: string): CompiledCourse | undefined {
  return contentCatalog().courses.find((course) => course.slug === slug)
}

/** The course whose exam has that slug; undefined when there is none. */
export function courseByExam(examSlug: string): CompiledCourse | undefined {
  return contentCatalog().courses.find((course) => course.exam.slug === examSlug)
}

/** The lab of that slug; undefined when there is none. */
export function labBySlug(slug: string): CompiledLab | undefined {
  return contentCatalog().labs.find((lab) => lab.slug === slug)
}
