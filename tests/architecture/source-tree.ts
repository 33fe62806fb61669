import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { parseSync } from 'oxc-parser'

export type Import = { from: string; to: string; isTypeOnly: boolean }

const cache = new Map<string, string[]>()

/** Source files of the tree (tracked and new ones), as paths from the root. */
export function sourceFiles(pattern: RegExp): string[] {
  const listed = cache.get('all') ?? list()
  cache.set('all', listed)
  return listed.filter((path) => pattern.test(path))
}

function list(): string[] {
  const text = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8' })
  return text.split('\n').filter((path) => /\.(ts|tsx|mjs|cjs)$/.test(path) && existsSync(path))
}

/** The text of a file. */
export function sourceOf(path: string): string {
  return readFileSync(path, 'utf8')
}

/** The imports of a file that lead to other files of ours, resolved; packages are left out. */
export function importsOf(path: string): Import[] {
  const { module } = parseSync(path, sourceOf(path))
  const named = [...module.staticImports, ...module.staticExports].flatMap((one) => {
    const request =
      'moduleRequest' in one ? one.moduleRequest.value : one.entries.find((e) => e.moduleRequest)?.moduleRequest?.value
    return request
      ? [{ request, isTypeOnly: one.entries.length > 0 && one.entries.every((entry) => entry.isType) }]
      : []
  })
  return named.flatMap(({ request, isTypeOnly }) => {
    const to = resolveOwn(path, request)
    return to ? [{ from: path, to, isTypeOnly }] : []
  })
}

function resolveOwn(from: string, request: string): string | null {
  const base = request.startsWith('@/')
    ? request.slice(2)
    : request.startsWith('.')
      ? join(dirname(from), request)
      : null
  if (base === null) return null
  const path = normalize(base)
  const candidates = [path, `${path}.ts`, `${path}.tsx`, `${path}.mjs`, join(path, 'index.ts')]
  return candidates.find((candidate) => existsSync(candidate) && statSync(candidate).isFile()) ?? path
}
