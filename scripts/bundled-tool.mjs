// Tools of the content are TypeScript of the product; each is bundled to one module beside what it makes, and needs no build of the pages.
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')

/**
 * Bundles a module of the repository and loads it.
 *
 * @param {string} entry its path below the repository's folder
 * @param {string} name what the bundle is called below generated/content, without its ending
 * @returns what the module exports, read anew
 */
export async function bundledTool(entry, name) {
  const outfile = path.join(root, 'generated/content', `${name}.mjs`)
  mkdirSync(path.dirname(outfile), { recursive: true })
  await build({
    entryPoints: [path.join(root, entry)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    alias: { '@': root },
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  })
  return import(`${pathToFileURL(outfile).href}?${Date.now()}`)
}
