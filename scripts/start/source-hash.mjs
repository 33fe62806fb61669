// One value for everything a build is made of.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './places.mjs'

const SOURCES = [
  'app',
  'content',
  'domain',
  'features',
  'i18n',
  'messages',
  'prisma',
  'public',
  'scripts/build.mjs',
  'scripts/bundle.mjs',
  'scripts/content-build.mjs',
  'scripts/entries',
  'scripts/generate.mjs',
  'scripts/precompress.mjs',
  'server',
  'ui',
  'next.config.mjs',
  'package-lock.json',
  'package.json',
  'postcss.config.mjs',
  'proxy.ts',
  'tsconfig.json',
]

function* filesBelow(path) {
  if (!existsSync(join(root, path))) return
  if (statSync(join(root, path)).isFile()) {
    yield path
    return
  }
  for (const name of readdirSync(join(root, path)).sort()) yield* filesBelow(`${path}/${name}`)
}

const isTest = (path) => /\.test\.tsx?$/.test(path)

/** Hex SHA-256 over names and contents of these paths; tests are no part of a build. */
export function hashOf(paths) {
  const hash = createHash('sha256').update(process.versions.node.split('.')[0])
  for (const path of paths.flatMap((one) => [...filesBelow(one)])) {
    if (!isTest(path)) hash.update(`\0${path}\0`).update(readFileSync(join(root, path)))
  }
  return hash.digest('hex')
}

/** Of the whole product. */
export const sourceHash = () => hashOf(SOURCES)
