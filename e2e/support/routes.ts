import { readdirSync } from 'node:fs'
import { join } from 'node:path'

/** A page or handler of `app/`, by the address pattern it answers to. */
export interface Route {
  kind: 'page' | 'handler'
  pattern: string
}

/** Every page and handler that the file tree of `app/` holds; groups in brackets are no part of an address. */
export function routesOfTree(folder = 'app'): Route[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => /^(page|route)\.tsx?$/.test(entry.name))
    .map((entry) => {
      const path = join(entry.parentPath, '').split('/').slice(1)
      const pattern = `/${path.filter((part) => !/^\(.*\)$/.test(part)).join('/')}`
      return { kind: entry.name.startsWith('page') ? ('page' as const) : ('handler' as const), pattern }
    })
    .sort((a, b) => a.pattern.localeCompare(b.pattern))
}
