// `npm run bank`: questions in and out of a bank (docs/howto/exchange-questions.md). Needs no database.
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const outfile = path.join(root, 'generated/content/bank.mjs')
mkdirSync(path.dirname(outfile), { recursive: true })
await build({
  entryPoints: [path.join(root, 'features/exchange/command-line.ts')],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  alias: { '@': root },
  define: { 'process.env.NODE_ENV': '"production"' },
  logLevel: 'error',
})
const { commandLine } = await import(pathToFileURL(outfile).href)
process.exitCode = await commandLine(process.argv.slice(2))
