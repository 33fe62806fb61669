import { existsSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import path from 'node:path'
import sirv, { type Options } from 'sirv'

type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void

/**
 * Serves the build's files under /_next/static (named by their content: kept for a year) and public/ (an hour), as they were compressed at build.
 * What is not there goes on to `next`.
 */
export function staticFiles(root: string, distDir: string): Handler {
  const common = { brotli: true, gzip: true, dotfiles: false, etag: true }
  const build = serve(path.join(root, distDir, 'static'), { ...common, maxAge: 31_536_000, immutable: true })
  const open = serve(path.join(root, 'dist', 'public'), { ...common, maxAge: 3600 })
  return (request, response, next) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return next()
    const url = request.url ?? '/'
    if (!url.startsWith('/_next/static/')) return open(request, response, next)
    request.url = url.slice('/_next/static'.length)
    build(request, response, () => {
      request.url = url
      next()
    })
  }
}

function serve(folder: string, options: Options): Handler {
  return existsSync(folder) ? sirv(folder, options) : (_request, _response, next) => next()
}
