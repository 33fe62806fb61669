// Writes .br and .gz beside every static file once per build, so that no request pays for compressing.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { bundleFolder, root } from './start/places.mjs'

const TEXT = new Set(['.js', '.css', '.svg', '.json', '.txt', '.html', '.xml', '.webmanifest', '.ttf', '.map', '.ico'])
const SMALLEST_BYTES = 1024
const squeeze = promisify(brotliCompress)
const zip = promisify(gzip)

function* filesBelow(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* filesBelow(path)
    else yield path
  }
}

async function compress(path) {
  const text = readFileSync(path)
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: text.length }
  const [br, gz] = await Promise.all([squeeze(text, { params }), zip(text, { level: 9 })])
  // A file that does not shrink is served as it is.
  if (br.length < text.length) writeFileSync(`${path}.br`, br)
  if (gz.length < text.length) writeFileSync(`${path}.gz`, gz)
}

/** Compresses the build's static files and a copy of public/ (dist/public), four at a time. */
export async function precompress(distDir) {
  const publicCopy = join(bundleFolder, 'public')
  rmSync(publicCopy, { recursive: true, force: true })
  mkdirSync(publicCopy, { recursive: true })
  // git keeps no empty folder.
  if (existsSync(join(root, 'public'))) cpSync(join(root, 'public'), publicCopy, { recursive: true })
  const folders = [join(root, distDir, 'static'), publicCopy].filter((folder) => existsSync(folder))
  const files = folders
    .flatMap((folder) => [...filesBelow(folder)])
    .filter((path) => TEXT.has(extname(path)) && statSync(path).size >= SMALLEST_BYTES && !existsSync(`${path}.br`))
  const work = async () => {
    for (let path = files.pop(); path; path = files.pop()) await compress(path)
  }
  await Promise.all([work(), work(), work(), work()])
}
