// Bundles scripts/entries/*.ts to dist/*.mjs: what runs outside Next (worker, seed, recount, backup …) as plain Node modules.
import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build, stop } from 'esbuild'
import { bundleFolder, root } from './start/places.mjs'

/** Bundles all entries, or only the named ones. Packages stay outside; "server-only", which throws in plain Node, is emptied. */
export async function bundleEntries(names = entryNames()) {
  await build({
    entryPoints: names.map((name) => join(root, 'scripts/entries', `${name}.ts`)),
    outdir: bundleFolder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    chunkNames: 'chunks/[name]-[hash]',
    platform: 'node',
    target: 'node20',
    format: 'esm',
    jsx: 'automatic',
    packages: 'external',
    tsconfig: join(root, 'tsconfig.json'),
    plugins: [ownPaths],
    sourcemap: 'inline',
    sourcesContent: false,
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  })
  // The bundler's own process would stay as long as the supervisor.
  await stop()
}

/** `@/x` is ours although it looks like a package, which stays outside. */
const ownPaths = {
  name: 'own-paths',
  setup({ onResolve, resolve }) {
    onResolve({ filter: /^@\// }, ({ path, ...rest }) =>
      resolve(`./${path.slice(2)}`, { kind: rest.kind, resolveDir: root }),
    )
    // Plain Node asks for the file's whole name where the package has no list of exports.
    onResolve({ filter: /^next\/[a-z]+$/ }, ({ path }) => ({ path: `${path}.js`, external: true }))
    onResolve({ filter: /^server-only$/ }, () => ({ path: join(root, 'tests/support/nothing.ts') }))
  },
}

/** Names of the entries that are there. */
export const entryNames = () =>
  readdirSync(join(root, 'scripts/entries'))
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => name.slice(0, -3))

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  rmSync(join(bundleFolder, 'chunks'), { recursive: true, force: true })
  await bundleEntries()
}
