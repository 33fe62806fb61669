import { describe, expect, it } from 'vitest'
import { importsOf, sourceFiles } from './source-tree'
import type { Import } from './source-tree'

// dependency-cruiser reads TypeScript only through the API that TypeScript 7 no longer has, so the arrows of ARCHITECTURE.md
// are checked here, over the imports that oxc-parser finds.

const isTest = (path: string) => /\.test\.tsx?$|^(tests|e2e|bench)\//.test(path)
const files = sourceFiles(/^(app|domain|features|server|ui)\//).filter((path) => !isTest(path))
const arrows = files.flatMap(importsOf)

const say = (found: readonly Import[]) => found.map(({ from, to }) => `${from} → ${to}`)
const feature = (path: string) => /^features\/([^/]+)\//.exec(path)?.[1]

describe('arrows', () => {
  it('finds the imports it is to judge', () => {
    expect(arrows.length).toBeGreaterThan(100)
  })

  it('domain knows only domain', () => {
    expect(say(arrows.filter((a) => a.from.startsWith('domain/') && !a.to.startsWith('domain/')))).toEqual([])
  })

  it('features are strangers to one another; only standing is common ground, and it calls none', () => {
    const crossing = arrows.filter((a) => {
      const [from, to] = [feature(a.from), feature(a.to)]
      return from && to && from !== to && to !== 'standing'
    })
    expect(say(crossing)).toEqual([])
  })

  it('features do not know pages', () => {
    expect(say(arrows.filter((a) => a.from.startsWith('features/') && a.to.startsWith('app/')))).toEqual([])
  })

  it('server knows no feature, page or component', () => {
    expect(say(arrows.filter((a) => a.from.startsWith('server/') && /^(features|app|ui)\//.test(a.to)))).toEqual([])
  })

  it('components know nothing but domain', () => {
    expect(say(arrows.filter((a) => a.from.startsWith('ui/') && /^(features|app|server)\//.test(a.to)))).toEqual([])
  })

  it('pages reach the database through queries only', () => {
    const found = arrows.filter(
      (a) => a.from.startsWith('app/') && /^(generated\/prisma|server\/db\/(client|snapshot))/.test(a.to),
    )
    expect(say(found.filter((a) => !a.isTypeOnly))).toEqual([])
  })

  it('product code does not lean on tests', () => {
    expect(say(arrows.filter((a) => isTest(a.to)))).toEqual([])
  })

  it('has no circle of imports that run', () => {
    const next = new Map<string, string[]>()
    for (const { from, to, isTypeOnly } of arrows) if (!isTypeOnly) next.set(from, [...(next.get(from) ?? []), to])
    expect(circles(next)).toEqual([])
  })
})

/** Each circle once, as "a → b → a". */
function circles(next: Map<string, string[]>): string[] {
  const found: string[] = []
  const done = new Set<string>()
  const walk = (path: string, way: string[]) => {
    const at = way.indexOf(path)
    if (at >= 0) found.push([...way.slice(at), path].join(' → '))
    if (at >= 0 || done.has(path)) return
    for (const to of next.get(path) ?? []) walk(to, [...way, path])
    done.add(path)
  }
  for (const path of next.keys()) walk(path, [])
  return found
}
